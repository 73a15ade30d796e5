using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams;

/// <summary>
/// The welcome at the top of everybody's chat with the bot, which is also their home: asks, offers, profile, and the same actions as
/// buttons. It is kept in step with the story in place, so that nobody is rung up by it.
/// </summary>
internal sealed class TeamsHomeRefresher(
    Dispatcher dispatcher, ConnectorClient connector, TeamsHomePosts posts, TeamsConversations conversations,
    TeamsPeople people, TeamsOptions options, BackgroundTasks background, WallClock wall)
    : HomeRefresher(background, wall), IHostedService
{
    public static OutboundActivity Drawn(ImmutableArray<Card> cards) =>
        OutboundActivity.Of(AdaptiveCardRenderer.Summary(cards[0]), AdaptiveCardRenderer.Of(cards));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Afterwards.RunUntilSuccess("find homes that an earlier run still owed", async token =>
        {
            foreach (var (tenant, person) in await posts.OwedAsync(token))
            {
                ShowOwed(tenant, person);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody met the bot: they are welcomed once, however often Teams says so.</summary>
    public async Task OpenAsync(string tenant, string person, CancellationToken token)
    {
        if (await posts.OweFirstAsync(tenant, person, token))
        {
            Afterwards.Run("welcome somebody", late => ShowNowAsync(tenant, person, () => ShowAsync(tenant, person, late), late));
            return;
        }

        // The same news elsewhere is a moment ahead, or an earlier run ended before it had shown the home.
        Refresh(tenant, person);
    }

    /// <summary>Its owner asks for it: it is shown at the end of the chat, where they look, and what stood further up goes.</summary>
    public async Task BringDownAsync(string tenant, string person, CancellationToken token)
    {
        await posts.OweAgainAsync(tenant, person, token);
        Afterwards.Run("bring a home down", late => ShowNowAsync(tenant, person, () => ShowAsync(tenant, person, late), late));
    }

    /// <summary>Whether this message is the person's home.</summary>
    public async Task<bool> IsAtAsync(string tenant, string person, string conversation, string message, CancellationToken token) =>
        await posts.FindAsync(tenant, person, token) is { } home
            && TeamsChats.Read(TeamsHomePosts.ReceiptOf(home)) == (conversation, message);

    public Task ForgetAsync(string tenant, string person, CancellationToken token) => posts.ForgetAsync(tenant, person, token);

    /// <summary>A crowd at Teams' door is answered by drawing the home anew.</summary>
    protected override async Task ShowAsync(string workspace, string person, CancellationToken token)
    {
        for (var tries = 1;
            await TryShowAsync(workspace, person, token) is SendResult<string>.RetryAfter later
            && later.Delay <= MaxWait
            && tries < MaxTries;
            tries++)
        {
            await Wall.WaitAsync(later.Delay, Afterwards.Stopping);
        }
    }

    /// <summary>Null where nothing is to be shown, or nothing can be: Teams gave no id for this home.</summary>
    private async Task<SendResult<string>?> TryShowAsync(string tenant, string person, CancellationToken token)
    {
        if (await posts.FindAsync(tenant, person, token) is not { } found
            || await DrawAsync(tenant, person, token) is not { } home)
        {
            return null;
        }

        if (TeamsHomePosts.IsOwed(found))
        {
            return await posts.PostAsync(tenant, person, found, home, token);
        }

        var tidied = await posts.TidyAsync(tenant, person, found, token);
        if (tidied is SendResult<string>.RetryAfter)
        {
            return tidied;
        }

        return TeamsChats.Read(TeamsHomePosts.ReceiptOf(found)) is var (conversation, id)
            && await conversations.ChatAsync(tenant, person, token) is { } chat
            ? await connector.UpdateAsync(chat.ServiceUrl, conversation, id, home.Write(), token)
            : null;
    }

    private void ShowOwed(string tenant, string person) => Afterwards.Run("post a home that an earlier run owed", async token =>
    {
        if (await posts.IsStillOwedAsync(tenant, person, token))
        {
            await ShowNowAsync(tenant, person, () => ShowAsync(tenant, person, token), token);
        }
    });

    private async Task<OutboundActivity?> DrawAsync(string tenant, string person, CancellationToken token)
    {
        if (await people.RecallAsync(tenant, person, token) is not { Kind: MemberKind.Member } profile)
        {
            return null;
        }

        var opened = new Interaction.HomeOpened(profile.In(tenant), $"{person}!home")
        {
            IsSteward = options.IsSteward(person, profile.SignInName),
        };
        return await dispatcher.DispatchAsync(opened, token) is Reply.ShowHome home ? Drawn(home.Cards) : null;
    }
}
