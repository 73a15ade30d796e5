using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// The welcome at the top of everybody's chat with the bot, which is also their home: asks, offers, profile, and the same actions as
/// buttons. It is posted as work of the queue, and then updated in place, so that it notifies no one.
/// </summary>
internal sealed class TeamsHomeRefresher(
    TeamsHomeDrawing drawing, TeamsHomeStore store, TeamsChats chats, BackgroundTasks background, [SystemClock] TimeProvider clock)
    : HomeRefresher(background, clock), IWorkHandler
{
    /// <summary>It is being drawn in this process.</summary>
    private static readonly TimeSpan AfterDrawing = TimeSpan.FromSeconds(1);

    public string Kind => TeamsHomeStore.Kind;

    /// <summary>A person met the bot: they are welcomed once, however often Teams says so.</summary>
    public async Task OpenAsync(ActivityKey news, CancellationToken token)
    {
        var user = TeamsUserRef.Of(news.Owner);
        if (await store.FindAsync(user, token) is { IsOwed: false })
        {
            // The same news elsewhere is a moment ahead, or an earlier run ended before it had shown the home.
            Refresh(user.Tenant, user.Id);
            return;
        }

        await store.MeetAsync(user, token);
        await store.PostAsync(news.Owner, news.Row, TeamsHomeStore.First, token);
    }

    /// <summary>Its owner asks for it: it is shown at the end of the chat, where they look, and what stood further up goes.</summary>
    public Task BringDownAsync(ActivityKey asked, CancellationToken token) =>
        store.PostAsync(asked.Owner, asked.Row, TeamsHomeStore.Again, token);

    /// <summary>Whether this message is the person's home.</summary>
    public async Task<bool> IsAtAsync(TeamsUserRef user, string conversation, string message, CancellationToken token) =>
        await store.FindAsync(user, token) is { } home && TeamsChats.Read(home.Shown) == (conversation, message);

    public Task ForgetAsync(TeamsUserRef user, CancellationToken token) => store.ForgetAsync(user, token);

    public async Task<WorkResult> RunAsync(WorkItem item, CancellationToken token)
    {
        var user = TeamsUserRef.Of(item.Owner);
        WorkResult result = new WorkResult.RetryAfter(AfterDrawing);
        await ShowNowAsync(user.Tenant, user.Id, async () => result = await PostAsync(user, item, token), token);
        return result;
    }

    /// <summary>A crowd at Teams' door is answered by drawing the home anew.</summary>
    protected override async Task ShowAsync(string workspace, string person, CancellationToken token)
    {
        for (var tries = 1;
            await TryShowAsync(new TeamsUserRef(workspace, person), token) is SendResult<string>.RetryAfter later
            && later.Delay <= MaxWait
            && tries < MaxTries;
            tries++)
        {
            await Task.Delay(later.Delay, Clock, Background.Stopping);
        }
    }

    /// <summary>Who refused is asked no more until they do something.</summary>
    private async Task<WorkResult> PostAsync(TeamsUserRef user, WorkItem item, CancellationToken token)
    {
        var found = await store.FindAsync(user, token);
        if ((found ?? (item.Body == TeamsHomeStore.Again ? new TeamsHome("") : null)) is not { } home
            || (item.Body == TeamsHomeStore.First && !home.IsOwed)
            || await drawing.DrawAsync(user, token) is not { } drawn)
        {
            return new WorkResult.Done();
        }

        if (home.BusyUntil > Clock.GetUtcNow())
        {
            return new WorkResult.RetryAfter(home.BusyUntil.Value - Clock.GetUtcNow());
        }

        switch (await chats.PostAsync(user, drawn.Write(), token))
        {
            case SendResult<string>.Sent { Value: var receipt }:
                var taken = await chats.DeleteAsync(user, home.Shown, token);
                await store.KeepAsync(user, new TeamsHome(receipt, IsGone(taken) ? "" : home.Shown), token);
                return new WorkResult.Done();
            case SendResult<string>.RetryAfter { Delay: var after }:
                return new WorkResult.RetryAfter(after);
            case SendResult<string>.Unknown when item.Attempt == 1:
                return new WorkResult.Unknown();
            case SendResult<string>.Unknown or SendResult<string>.Rejected:
                // The call's own log line says why; the next act of its owner tries again.
                return new WorkResult.Done();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Null where nothing is to be shown, or nothing can be: Teams gave no id for this home.</summary>
    private async Task<SendResult<string>?> TryShowAsync(TeamsUserRef user, CancellationToken token)
    {
        if (await store.FindAsync(user, token) is not { } home
            || home.BusyUntil > Clock.GetUtcNow()
            || await drawing.DrawAsync(user, token) is not { } drawn)
        {
            return null;
        }

        if (home.IsOwed)
        {
            await store.PostAsync(
                TeamsAnswers.Owner(user), $"home-{Guid.NewGuid():N}", TeamsHomeStore.First, token);
            return null;
        }

        if (home.Above.Length > 0)
        {
            var taken = await chats.DeleteAsync(user, home.Above, token);
            if (!IsGone(taken))
            {
                return taken;
            }

            await store.KeepAsync(user, home with { Above = "" }, token);
        }

        return await chats.UpdateAsync(user, home.Receipt, drawn, token);
    }

    private static bool IsGone(SendResult<string> taken) => taken is SendResult<string>.Sent or SendResult<string>.Rejected;
}
