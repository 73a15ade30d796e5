using System.Text.Json;

namespace IntroBot.Tests.Slack;

/// <summary>What Slack refuses of Block Kit.</summary>
internal static class BlockKitRules
{
    public static IReadOnlyList<string> FaultsOfMessage(JsonElement blocks) => [];

    public static IReadOnlyList<string> FaultsOfView(JsonElement view) => [];
}
