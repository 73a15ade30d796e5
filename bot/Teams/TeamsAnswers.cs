using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// Answers in the chat with the bot, or targeted where the person wrote, and in their chat where Teams rejects that.
/// Teams has no way to look whether a message has arrived: one whose fate is unknown is said once more, since a word twice is better than
/// a question without an answer.
/// </summary>
internal sealed class TeamsAnswers(
    IWorkQueue queue, TeamsChats chats, ConnectorClient connector, [SystemClock] TimeProvider clock, ILogger<TeamsAnswers> logger)
    : WordsHandler("teams.answer", queue, clock, logger)
{
    private static readonly JsonTypeInfo<PostedAnswer> Json =
        new TeamsPostedAnswerJson(UnescapedJson.Of(TeamsPostedAnswerJson.Default)).PostedAnswer;

    public static WorkOwner Owner(TeamsUserRef user) => new(TeamsIds.Workspace(user.Tenant), user.Id);

    /// <summary>The same <paramref name="marker"/> again is the same answer.</summary>
    public Task SayAsync(TeamsUserRef user, OutboundActivity activity, string marker, CancellationToken token) =>
        AddAsync(Owner(user), KeyOf(user.Tenant, user.Id, marker), Write(new PostedAnswer(activity.Write())), token);

    /// <summary>Says it at a place, in reply to a message where there is one.</summary>
    public Task SayAtAsync(
        WorkOwner owner, ConversationReference place, string? to, bool isTargeted, OutboundActivity activity, string marker,
        CancellationToken token)
    {
        var answer = new PostedAnswer(activity.Write(), place.ServiceUrl, place.Conversation, to, isTargeted);
        return AddAsync(owner, KeyOf(TeamsIds.Tenant(owner.Workspace), owner.User, marker), Write(answer), token);
    }

    public static string Write(PostedAnswer answer) => JsonSerializer.Serialize(answer, Json);

    protected override async Task<SendResult<string>> PostAsync(WorkItem item, bool mayBeThere, CancellationToken token)
    {
        var answer = JsonSerializer.Deserialize(item.Body, Json)!;
        var posted = answer.Place is { } place && !mayBeThere
            ? await PostAtAsync(place, answer, token)
            : ConnectorErrors.Rejected<string>("NotTriedAgain");
        if (posted is not SendResult<string>.Sent && item.Owner.User.Length > 0)
        {
            posted = await chats.PostAsync(TeamsUserRef.Of(item.Owner), answer.InChat(), token);
        }

        return mayBeThere && posted is SendResult<string>.Unknown ? new SendResult<string>.Sent("") : posted;
    }

    private Task<SendResult<string>> PostAtAsync(ConversationReference place, PostedAnswer answer, CancellationToken token) =>
        answer.To is { } to
            ? connector.ReplyAsync(new MessageReference(place, to), answer.Activity, answer.IsTargeted, token)
            : connector.SendAsync(place, answer.Activity, answer.IsTargeted, token);
}

/// <summary>An answer as it is kept until it is said.</summary>
internal sealed record PostedAnswer(
    [property: JsonPropertyName("activity")] string Activity,
    [property: JsonPropertyName("service")] string? Service = null,
    [property: JsonPropertyName("conversation")] string? Conversation = null,
    [property: JsonPropertyName("to")] string? To = null,
    [property: JsonPropertyName("targeted")] bool IsTargeted = false)
{
    /// <summary>Null where it is said in the chat of its owner.</summary>
    [JsonIgnore]
    public ConversationReference? Place => Service is { } service && Conversation is { } conversation ? new(service, conversation) : null;

    /// <summary>As it is sent in a personal chat.</summary>
    public string InChat() => IsTargeted ? OutboundActivity.WithoutRecipient(Activity) : Activity;
}

[JsonSerializable(typeof(PostedAnswer))]
internal sealed partial class TeamsPostedAnswerJson : JsonSerializerContext;
