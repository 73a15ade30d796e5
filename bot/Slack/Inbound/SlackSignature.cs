using System.Buffers;
using System.Security.Cryptography;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// Tells Slack's requests from forged ones; <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>.
/// </summary>
public static class SlackSignature
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>How far a request's clock may be from ours, in both directions.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v0";
    private const int DigestDigits = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// What is wrong with these headers whatever the body is, so that the body of a forged request need not be read; null when nothing is.
    /// </summary>
    public static SignatureFailure? CheckHeaders(string? timestamp, string? signature, DateTimeOffset now) =>
        string.IsNullOrEmpty(signature) || string.IsNullOrEmpty(timestamp) ? SignatureFailure.SignatureMissing
        : !IsWellFormed(signature) || Age(timestamp, now) is not { } age ? SignatureFailure.SignatureMalformed
        : age > Tolerance.TotalSeconds ? SignatureFailure.TimestampExpired
        : null;

    /// <summary>Null when the signature is Slack's for exactly these bytes, and fresh.</summary>
    public static SignatureFailure? Check(
        string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (CheckHeaders(timestamp, signature, now) is { } failure)
        {
            return failure;
        }

        var expected = Encoding.ASCII.GetBytes(Sign(secret, timestamp!, body));
        var given = Encoding.UTF8.GetBytes(signature!);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? null : SignatureFailure.SignatureMismatch;
    }

    /// <summary>The signature of these bytes at this moment: <c>v0=</c> and 64 hexadecimal digits.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        mac.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(mac.GetHashAndReset())}";
    }

    private static bool IsWellFormed(string? signature) =>
        signature?.Length == Version.Length + 1 + DigestDigits
        && signature.StartsWith($"{Version}=", StringComparison.Ordinal)
        && !signature.AsSpan(Version.Length + 1).ContainsAnyExcept(Digits);

    /// <summary>Seconds between then and now, whichever is later; null when it is no time at all.</summary>
    private static double? Age(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Abs((double)now.ToUnixTimeSeconds() - seconds)
            : null;
}
