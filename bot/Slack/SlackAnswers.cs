using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>A message as the answer to a command, or to a response URL.</summary>
public sealed record MessageAnswer(string? ResponseType, string Text, ImmutableArray<Block> Blocks)
{
    public bool? ReplaceOriginal { get; init; }

    /// <summary>For one pair of eyes; only the response URL can change it later.</summary>
    public static MessageAnswer Private(Card card) => new("ephemeral", BlockKitCards.Text(card), BlockKitCards.Of(card)) { ReplaceOriginal = false };
}

/// <summary>What becomes of a modal that was sent in; <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.</summary>
public sealed record ViewAnswer(string ResponseAction)
{
    public View? View { get; init; }

    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public static ViewAnswer Update(View view) => new("update") { View = view };

    public static ViewAnswer Wrong(IReadOnlyDictionary<string, string> errors) => new("errors") { Errors = errors };

    /// <summary>Closes the whole modal.</summary>
    public static ViewAnswer Clear { get; } = new("clear");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ViewAnswer))]
internal sealed partial class SlackAnswerJson : JsonSerializerContext;

/// <summary>Makes answers of messages, views and options.</summary>
internal static class SlackAnswers
{
    public static SlackAnswer Say(Card card) => new SlackAnswer.Json(JsonSerializer.Serialize(MessageAnswer.Private(card), SlackAnswerJson.Default.MessageAnswer));

    public static SlackAnswer Of(ViewAnswer answer) => new SlackAnswer.Json(JsonSerializer.Serialize(answer, SlackAnswerJson.Default.ViewAnswer));

    public static SlackAnswer Of(OptionsAnswer answer) => new SlackAnswer.Json(BlockKitJson.Write(answer));
}
