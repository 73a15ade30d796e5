using System.Text.Json.Serialization;

namespace IntroBot.Chat.Interactions;

/// <summary>
/// One Slack workspace, one Teams tenant or one playground community;
/// nothing ever crosses from one to another. Letters, digits, dots and dashes only.
/// </summary>
public readonly record struct WorkspaceId([property: JsonPropertyName("Value")] string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person as their platform knows them: an opaque id inside one workspace.</summary>
public sealed record PersonRef(
    [property: JsonPropertyName("Workspace")] WorkspaceId Workspace,
    [property: JsonPropertyName("Id")] string Id);
