using System.Security.Cryptography;

namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>How Slack signs what it sends. https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
internal static class FakeSlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Of(string secret, string timestamp, byte[] body) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Base(timestamp, body)))}";

    private static byte[] Base(string timestamp, byte[] body) => [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
}
