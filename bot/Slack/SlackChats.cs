using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>The conversation of each person with the bot: opened once, then known.</summary>
internal sealed class SlackChats(SlackApi api, IShelf shelf, SlackPace pace)
{
    /// <summary>The channel of a person's chat with the bot.</summary>
    public async Task<SlackResult<string>> OpenAsync(string team, string user, CancellationToken token)
    {
        if (await shelf.FindAsync(SlackShelves.Chats(team), user, token) is { } known)
        {
            return new SlackResult<string>.Done(known);
        }

        var opened = await api.OpenConversationAsync(team, [user], token);
        if (opened is SlackResult<string>.Done { Value: { Length: > 0 } channel })
        {
            await shelf.PutAsync(SlackShelves.Chats(team), user, channel, token);
        }

        return opened;
    }

    /// <summary>True when a channel is this person's chat with the bot; the shape of its id says nothing reliable.</summary>
    public async Task<bool> IsChatAsync(string team, string user, string? channel, CancellationToken token) =>
        channel is not null && await shelf.FindAsync(SlackShelves.Chats(team), user, token) == channel;

    /// <summary>Learns a chat from an event in it.</summary>
    public async Task LearnAsync(string team, string user, string channel, CancellationToken token)
    {
        if (!await IsChatAsync(team, user, channel, token))
        {
            await shelf.PutAsync(SlackShelves.Chats(team), user, channel, token);
        }
    }

    /// <summary>Says something in a person's chat, in its turn.</summary>
    public async Task SayAsync(Actor to, Card card, string marker, CancellationToken token)
    {
        if (await OpenAsync(to.Team, to.Id, token) is SlackResult<string>.Done { Value: { Length: > 0 } channel })
        {
            await pace.AwaitTurnAsync(to.Team, channel, token);
            await api.PostAsync(to.Team, channel, card, marker, token);
        }
    }
}
