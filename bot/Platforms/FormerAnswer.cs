using System.Text.Json.Serialization;

namespace IntroBot.Platforms;

/// <summary>An answer that somebody waits for in their chat, as an older version kept it.</summary>
internal sealed record FormerAnswer(
    [property: JsonPropertyName("Workspace")] string Workspace,
    [property: JsonPropertyName("User")] string User,
    [property: JsonPropertyName("Words")] string Words,
    [property: JsonPropertyName("At")] DateTimeOffset At);

[JsonSerializable(typeof(FormerAnswer))]
internal sealed partial class FormerAnswerJson : JsonSerializerContext;
