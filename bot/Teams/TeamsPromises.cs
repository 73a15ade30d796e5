using IntroBot.Platforms;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams;

/// <summary>
/// Answers in the chat with the bot. Teams has no way to look whether a message has arrived: one whose fate is unknown is said once more,
/// since a word twice is better than a question without an answer.
/// </summary>
internal sealed class TeamsPromises(TeamsChats chats, IKeyValueStore store, BackgroundTasks background, WallClock wall)
    : PromisedWords(TeamsStoreNames.Promised, store, background, wall)
{
    public Task SayAsync(string tenant, string person, OutboundActivity activity, string marker, CancellationToken token) =>
        base.SayAsync(tenant, person, activity.Write(), marker, token);

    protected override async Task<SendResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token) =>
        await chats.PostAsync(promise.Workspace, promise.User, promise.Words, token) is var posted
            && mayBeSaid
            && posted is SendResult<string>.Unknown
            ? new SendResult<string>.Sent("")
            : posted;
}
