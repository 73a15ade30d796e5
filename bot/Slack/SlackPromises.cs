using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Chat.Cards;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>
/// Answers in the chat with the bot; one that may have been said is looked for by its marker first, since that history is ours to read.
/// </summary>
internal sealed class SlackPromises(SlackChats chats, IKeyValueStore store, BackgroundTasks background, WallClock wall)
    : PromisedWords(SlackStoreNames.Promised, store, background, wall)
{
    private static readonly JsonTypeInfo<SlackWords> Json = new SlackWordsJson(UnescapedJson.Of(SlackWordsJson.Default)).SlackWords;

    /// <summary>Promises to say a card; the same <paramref name="marker"/> again is the same promise.</summary>
    public Task SayAsync(string team, string user, Card card, string marker, CancellationToken token) =>
        base.SayAsync(team, user, JsonSerializer.Serialize(SlackWords.Of(card), Json), marker, token);

    protected override Task<SendResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token) =>
        chats.PostAsync(
            promise.Workspace, promise.User,
            JsonSerializer.Deserialize(promise.Words, Json)!, key, mayBeSaid, token);
}

[JsonSerializable(typeof(SlackWords))]
internal sealed partial class SlackWordsJson : JsonSerializerContext;
