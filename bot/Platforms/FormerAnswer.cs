namespace IntroBot.Platforms;

/// <summary>An answer on its way to a chat, as an older version stored it.</summary>
internal sealed record FormerAnswer(
    [property: JsonPropertyName("Workspace")] string Workspace,
    [property: JsonPropertyName("User")] string User,
    [property: JsonPropertyName("Words")] string Words,
    [property: JsonPropertyName("At")] DateTimeOffset At);

[JsonSerializable(typeof(FormerAnswer))]
internal sealed partial class FormerAnswerJson : JsonSerializerContext;
