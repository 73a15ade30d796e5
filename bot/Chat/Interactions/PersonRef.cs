namespace IntroBot.Chat.Interactions;

/// <summary>
/// One Slack workspace, one Teams tenant or one playground community; no data crosses between them. Letters, digits, dots and dashes only.
/// </summary>
public readonly record struct WorkspaceId([property: JsonPropertyName("Value")] string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person by the platform's opaque id within one workspace.</summary>
public sealed record PersonRef(
    [property: JsonPropertyName("Workspace")] WorkspaceId Workspace,
    [property: JsonPropertyName("Id")] string Id);
