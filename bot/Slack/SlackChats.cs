using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>
/// The conversation of each person with the bot, opened once and then known, and the one way in which messages are posted.
/// </summary>
internal sealed class SlackChats(SlackApi api, IKeyValueStore store, RateLimiter rateLimiter)
{
    private const string Gone = "channel_not_found";

    /// <summary>True when a channel is this person's chat with the bot; the shape of its id says nothing reliable.</summary>
    public async Task<bool> IsChatAsync(string team, string user, string? channel, CancellationToken token) =>
        channel is not null && await store.FindAsync(SlackStoreNames.Chats(team), user, token) == channel;

    /// <summary>Learns a chat from an event in it.</summary>
    public async Task LearnAsync(string team, string user, string channel, CancellationToken token)
    {
        if (!await IsChatAsync(team, user, channel, token))
        {
            await store.PutAsync(SlackStoreNames.Chats(team), user, channel, token);
        }
    }

    /// <summary>
    /// Posts to a person's chat and gives the receipt. A chat that is gone, as after a change of the app, is opened anew.
    /// </summary>
    public async Task<SendResult<string>> PostAsync(
        string team, string user, SlackWords words, string marker, bool mayBeThere, CancellationToken token)
    {
        var known = await store.FindAsync(SlackStoreNames.Chats(team), user, token);
        if (known is not null
            && await PostToAsync(
                team, known, words, marker, mayBeThere, token) is var posted and not SendResult<string>.Rejected { Code: Gone })
        {
            return posted;
        }

        var opened = await api.OpenConversationAsync(team, [user], token);
        if (opened is not SendResult<string>.Sent { Value: var channel })
        {
            return opened;
        }

        await store.PutAsync(SlackStoreNames.Chats(team), user, channel, token);
        return await PostToAsync(team, channel, words, marker, mayBeThere, token);
    }

    /// <summary>Looks for a message in a person's chat: its receipt, or null where it is not.</summary>
    public async Task<SendResult<string?>> FindAsync(string team, string user, string marker, CancellationToken token) =>
        await store.FindAsync(SlackStoreNames.Chats(team), user, token) is { } chat
            ? (await api.FindMarkedAsync(team, chat, marker, token)).Map(ts => ts is null ? null : Receipt(chat, ts))
            : new SendResult<string?>.Sent(null);

    /// <summary>
    /// Posts to a channel in its turn and gives the receipt. A message that may be there already is looked for by its marker first, where
    /// the history can be read.
    /// </summary>
    public async Task<SendResult<string>> PostToAsync(
        string team, string channel, SlackWords words, string marker, bool mayBeThere, CancellationToken token)
    {
        if (mayBeThere)
        {
            switch (await api.FindMarkedAsync(team, channel, marker, token))
            {
                case SendResult<string?>.Sent { Value: { } ts }:
                    return new SendResult<string>.Sent(Receipt(channel, ts));
                case SendResult<string?>.RetryAfter later:
                    return new SendResult<string>.RetryAfter(later.Delay);
                case SendResult<string?>.Unknown:
                    return new SendResult<string>.Unknown();
            }
        }

        await rateLimiter.WaitAsync(team, channel, token);
        return (await api.PostAsync(team, channel, words, marker, token))
            .Map(posted => Receipt(posted.Channel ?? channel, posted.Ts ?? ""));
    }

    /// <summary>Finds a message again: its channel and its timestamp.</summary>
    public static (string Channel, string Ts)? Read(string receipt) => receipt.Split(' ') is [var channel, var ts] ? (channel, ts) : null;

    private static string Receipt(string channel, string ts) => $"{channel} {ts}";
}
