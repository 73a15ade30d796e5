namespace IntroBot.Tests.Slack.Double.Deliveries;

internal enum FakeSlackDispatchKind { Event, Command, Interaction, Options }

/// <summary>What Slack tells the app, with the bytes and headers it has over HTTP.</summary>
internal sealed record FakeSlackDispatch(
    FakeSlackDispatchKind Kind, JsonObject Payload, byte[] Body, string ContentType, ImmutableDictionary<string, string> Headers)
{
    /// <summary>How often it was sent before.</summary>
    public int Retry { get; init; }

    public string RetryReason { get; init; } = "";

    public static FakeSlackDispatch Of(FakeSlackDispatchKind kind, JsonObject payload) => kind switch
    {
        FakeSlackDispatchKind.Event => New(kind, payload, payload.Written(), "application/json"),
        FakeSlackDispatchKind.Command =>
            New(kind, payload, Form(payload.Select(field => (field.Key, $"{field.Value}"))), "application/x-www-form-urlencoded"),
        _ => New(kind, payload, Form([("payload", payload.Written())]), "application/x-www-form-urlencoded"),
    };

    public FakeSlackDispatch Signed(string secret, DateTimeOffset at)
    {
        var timestamp = FakeSlackSignature.Timestamp(at);
        return this with
        {
            Headers = Headers
                .SetItem(FakeSlackSignature.TimestampHeader, timestamp)
                .SetItem(FakeSlackSignature.Header, FakeSlackSignature.Of(secret, timestamp, Body)),
        };
    }

    public FakeSlackDispatch Again(int retry, string reason) => this with
    {
        Retry = retry,
        RetryReason = reason,
        Headers = Headers.SetItem("x-slack-retry-num", $"{retry}").SetItem("x-slack-retry-reason", reason),
    };

    private static FakeSlackDispatch New(FakeSlackDispatchKind kind, JsonObject payload, string body, string contentType) =>
        new(kind, payload, Encoding.UTF8.GetBytes(body), contentType, ImmutableDictionary<string, string>.Empty);

    private static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join(
            '&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
}
