using System.Collections.Frozen;
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

    /// <summary>How Slack refuses a thread that is gone; <see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>.</summary>
    private static readonly FrozenSet<string> ThreadGone = FrozenSet.Create(
        "thread_not_found", "message_not_found", "cannot_reply_to_message", "invalid_thread_ts");

    /// <summary>True when a channel is this person's chat with the bot; the shape of its id says nothing reliable.</summary>
    public async Task<bool> IsChatAsync(SlackUserRef user, string? channel, CancellationToken token) =>
        channel is not null && await store.FindAsync(SlackStoreNames.Chats(user.Team), user.Id, token) == channel;

    /// <summary>Whether anything was ever said in a person's chat with the bot.</summary>
    public async Task<bool> IsKnownAsync(SlackUserRef user, CancellationToken token) =>
        await store.FindAsync(SlackStoreNames.Chats(user.Team), user.Id, token) is not null;

    /// <summary>Learns a chat from an event in it.</summary>
    public async Task LearnAsync(SlackUserRef user, string channel, CancellationToken token)
    {
        if (!await IsChatAsync(user, channel, token))
        {
            await store.PutAsync(SlackStoreNames.Chats(user.Team), user.Id, channel, token);
        }
    }

    /// <summary>
    /// Posts to a person's chat and gives the receipt. A chat that is gone, as after a change of the app, is opened anew, without the
    /// threads of the one before.
    /// </summary>
    public async Task<SendResult<string>> PostAsync(
        SlackUserRef user, SlackWords words, string marker, bool mayBeThere, CancellationToken token)
    {
        var known = await store.FindAsync(SlackStoreNames.Chats(user.Team), user.Id, token);
        if (known is not null
            && await PostToAsync(
                user.Team, known, words, marker, mayBeThere, token) is var posted and not SendResult<string>.Rejected { Code: Gone })
        {
            return posted;
        }

        var opened = await api.OpenConversationAsync(user.Team, [user.Id], token);
        if (opened is not SendResult<string>.Sent { Value: var channel })
        {
            return opened;
        }

        await store.PutAsync(SlackStoreNames.Chats(user.Team), user.Id, channel, token);
        return await PostToAsync(user.Team, channel, words with { Thread = null }, marker, mayBeThere, token);
    }

    /// <summary>Looks for a message in a person's chat: its receipt, or null where it is not.</summary>
    public async Task<SendResult<string?>> FindAsync(SlackUserRef user, string marker, CancellationToken token) =>
        await store.FindAsync(SlackStoreNames.Chats(user.Team), user.Id, token) is { } chat
            ? (await api.FindMarkedAsync(user.Team, chat, thread: null, marker, token)).Map(ts => ts is null ? null : Receipt(chat, ts))
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
            switch (await api.FindMarkedAsync(team, channel, words.Thread, marker, token))
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
        var said = await api.PostAsync(team, channel, words, marker, token);
        return words.Thread is not null && said is SendResult<MessageResponse>.Rejected { Code: var code } && ThreadGone.Contains(code)
            ? await PostToAsync(team, channel, words with { Thread = null }, marker, mayBeThere: false, token)
            : said.Map(posted => Receipt(posted.Channel ?? channel, posted.Ts ?? ""));
    }

    /// <summary>Finds a message again: its channel and its timestamp.</summary>
    public static (string Channel, string Ts)? Read(string receipt) => receipt.Split(' ') is [var channel, var ts] ? (channel, ts) : null;

    private static string Receipt(string channel, string ts) => $"{channel} {ts}";
}
