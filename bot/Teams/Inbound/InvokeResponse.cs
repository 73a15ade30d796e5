using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Teams.Inbound;

/// <summary>What Teams hears at once: a status, and for an invoke the answer itself.</summary>
public sealed record InvokeResponse(int Status, string? Body = null)
{
    /// <summary>Understood and stored.</summary>
    public static InvokeResponse Ok { get; } = new(StatusCodes.Status200OK);

    /// <summary>An invoke of a kind we do not know.</summary>
    public static InvokeResponse NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);

    /// <summary>Nothing that makes sense.</summary>
    public static InvokeResponse BadRequest { get; } = new(StatusCodes.Status400BadRequest);

    /// <summary>Not stored, through no fault of theirs.</summary>
    public static InvokeResponse Failed { get; } = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>The card that takes the place of the one whose button was pressed, for the person who pressed it.</summary>
    internal static InvokeResponse Card(AdaptiveCard card) => Of(new CardAnswer(200, AdaptiveCard.ContentType, AdaptiveJson.Element(card)));

    /// <summary>A short word below the card.</summary>
    internal static InvokeResponse Word(string words) =>
        Of(new CardAnswer(200, CardAnswer.Message, JsonSerializer.SerializeToElement(words, InvokeJson.Default.String)));

    /// <summary>A dialog that opens, or stays open with something else in it.</summary>
    internal static InvokeResponse Dialog(TitledCard titled) => Of(new TaskAnswer(new TaskStep(
        "continue",
        JsonSerializer.SerializeToElement(
            new TaskDialog(titled.Title, "large", "medium", CardAttachment.Of(titled.Card)), InvokeJson.Default.TaskDialog))));

    /// <summary>A last word in a dialog, which has nothing more to press.</summary>
    internal static InvokeResponse LastWord(string words) =>
        Of(new TaskAnswer(new TaskStep("message", JsonSerializer.SerializeToElement(words, InvokeJson.Default.String))));

    private static InvokeResponse Of(CardAnswer answer) =>
        new(StatusCodes.Status200OK, JsonSerializer.Serialize(answer, InvokeJson.Default.CardAnswer));

    private static InvokeResponse Of(TaskAnswer answer) =>
        new(StatusCodes.Status200OK, JsonSerializer.Serialize(answer, InvokeJson.Default.TaskAnswer));
}

/// <summary>
/// The answer to a press;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards"/>.
/// </summary>
internal sealed record CardAnswer(int StatusCode, string Type, JsonElement Value)
{
    public const string Message = "application/vnd.microsoft.activity.message";
}

/// <summary>
/// The answer of a dialog;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules"/>.
/// </summary>
internal sealed record TaskAnswer(TaskStep Task);

/// <summary>What becomes of a dialog.</summary>
internal sealed record TaskStep(string Type, JsonElement Value);

/// <summary>A dialog: sizes are words Teams knows.</summary>
internal sealed record TaskDialog(string Title, string Height, string Width, CardAttachment Card);

/// <summary>A card on its way.</summary>
internal sealed record CardAttachment(string ContentType, JsonElement Content)
{
    public static CardAttachment Of(AdaptiveCard card) => new(AdaptiveCard.ContentType, AdaptiveJson.Element(card));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardAnswer))]
[JsonSerializable(typeof(TaskAnswer))]
[JsonSerializable(typeof(TaskDialog))]
[JsonSerializable(typeof(string))]
internal sealed partial class InvokeJson : JsonSerializerContext;
