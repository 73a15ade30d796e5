using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>
/// Answers in the chat with the bot; one that may have been said is looked for by its marker first, since that history is ours to read. An
/// answer to a mention is ephemeral in that channel, and goes to the person's chat where Slack rejects that.
/// </summary>
internal sealed class SlackAnswers(
    IWorkQueue queue, SlackChats chats, SlackApi api, [SystemClock] TimeProvider clock, ILogger<SlackAnswers> logger)
    : WordsHandler("slack.answer", queue, clock, logger)
{
    private static readonly JsonTypeInfo<PostedAnswer> Json =
        new SlackPostedAnswerJson(UnescapedJson.Of(SlackPostedAnswerJson.Default)).PostedAnswer;

    /// <summary>Answers with a card; the same <paramref name="marker"/> again is the same answer.</summary>
    public Task SayAsync(SlackUserRef user, Card card, string marker, CancellationToken token) =>
        SayAsync(user, card, new AnswerPlace(), marker, token);

    /// <summary>As above, where the person spoke.</summary>
    public Task SayAsync(SlackUserRef user, Card card, AnswerPlace place, string marker, CancellationToken token)
    {
        var words = SlackWords.Of(card);
        return AddAsync(
            Owner(user), KeyOf(user.Team, user.Id, marker),
            Write(new(words.Text, words.Blocks, place.Channel) { Thread = place.Thread }), token);
    }

    /// <summary>Whether something is about to be said to a person.</summary>
    public bool HasPending(SlackUserRef user) => HasPending(Owner(user));

    public static WorkOwner Owner(SlackUserRef user) => new(SlackIds.Workspace(user.Team), user.Id);

    public static string Write(PostedAnswer answer) => JsonSerializer.Serialize(answer, Json);

    protected override async Task<SendResult<string>> PostAsync(WorkItem item, bool mayBeThere, CancellationToken token)
    {
        var (team, user) = (SlackIds.Team(item.Owner.Workspace), item.Owner.User);
        var answer = JsonSerializer.Deserialize(item.Body, Json)!;
        var words = new SlackWords(answer.Text, answer.Blocks) { Thread = answer.Thread };
        if (answer.Channel is not { } channel)
        {
            return await chats.PostAsync(new SlackUserRef(team, user), words, item.Id, mayBeThere, token);
        }

        return !mayBeThere && await api.PostPrivatelyAsync(team, channel, user, words, token) is SendResult<MessageResponse>.Sent
            ? new SendResult<string>.Sent("")
            : await chats.PostAsync(new SlackUserRef(team, user), words with { Thread = null }, item.Id, mayBeThere, token);
    }
}

/// <summary>Where an answer is said: in the person's chat, or for the person alone in a channel; and in a thread there, if any.</summary>
internal readonly record struct AnswerPlace(string? Channel = null, string? Thread = null);

/// <summary>An answer as it is kept until it is said.</summary>
internal sealed record PostedAnswer(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("blocks")] string Blocks,
    [property: JsonPropertyName("channel")] string? Channel)
{
    /// <summary>Null outside of threads, and in what a version before kept.</summary>
    [JsonPropertyName("thread")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Thread { get; init; }
}

[JsonSerializable(typeof(PostedAnswer))]
internal sealed partial class SlackPostedAnswerJson : JsonSerializerContext;
