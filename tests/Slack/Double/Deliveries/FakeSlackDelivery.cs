namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>Something that was told to the app, and what the app answered. It can be told again, as it was or forged.</summary>
/// <param name="Slack">Who told it.</param>
/// <param name="Dispatch">What was told.</param>
/// <param name="Status">The HTTP status; 200 for an acknowledgement over a socket, 0 when no answer came.</param>
/// <param name="Body">The answer, or what the acknowledgement carried.</param>
/// <param name="Elapsed">How long the app took, in real time.</param>
internal sealed record FakeSlackDelivery(FakeSlack Slack, FakeSlackDispatch Dispatch, int Status, string Body, TimeSpan Elapsed)
{
    /// <summary>Why no answer came.</summary>
    public string? Failure { get; init; }

    public ImmutableDictionary<string, string> AnswerHeaders { get; init; } = ImmutableDictionary<string, string>.Empty;

    public JsonObject Payload => Dispatch.Payload;

    public string TriggerId => Payload.Text("trigger_id");

    public Uri ResponseUrl => new(Payload.Text("response_url"));

    public JsonNode? Json => TestJson.Parsed(Body);

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Slack tells it once more: the same words, stamped and signed now.</summary>
    public Task<FakeSlackDelivery> RedeliverAsync(int retry = 1, string reason = "http_timeout") =>
        Slack.Post.SendAsync(Dispatch.Again(retry, reason), signs: true);

    /// <summary>Somebody sends the very same bytes and headers.</summary>
    public Task<FakeSlackDelivery> ReplayAsync() => Slack.Post.SendAsync(Dispatch, signs: false);

    /// <summary>Somebody changes the words under the old signature.</summary>
    public Task<FakeSlackDelivery> TamperedAsync(Func<string, string> change) =>
        Slack.Post.SendAsync(Dispatch with { Body = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Dispatch.Body))) }, signs: false);

    /// <summary>Somebody signs it who does not know the secret.</summary>
    public Task<FakeSlackDelivery> SignedWithAsync(string secret) =>
        Slack.Post.SendAsync(Dispatch.Signed(secret, Slack.Clock.GetUtcNow()), signs: false);

    /// <summary>Signed as it should be, but for another time.</summary>
    public Task<FakeSlackDelivery> StampedAsync(TimeSpan off) =>
        Slack.Post.SendAsync(Dispatch.Signed(Slack.App.SigningSecret, Slack.Clock.GetUtcNow() + off), signs: false);

    /// <summary>With these headers in place of those it had; an empty value takes one away.</summary>
    public Task<FakeSlackDelivery> WithHeadersAsync(params (string Name, string Value)[] headers)
    {
        var changed = headers.Aggregate(
            Dispatch.Headers, (all, header) => header.Value.Length == 0 ? all.Remove(header.Name) : all.SetItem(header.Name, header.Value));
        return Slack.Post.SendAsync(Dispatch with { Headers = changed }, signs: false);
    }
}
