namespace IntroBot.Storage.Work;

/// <summary>Chat work as it is stored: its kind, its owner, and since when.</summary>
internal sealed record WorkRecord(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("body")] string Body,
    [property: JsonPropertyName("workspace")] string Workspace,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("since")] DateTimeOffset Since);
