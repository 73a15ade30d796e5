using IntroBot.Platforms;
using IntroBot.Slack.Inbound;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>An operator can see why requests are refused, and a stranger cannot fill the log.</summary>
public sealed class RefusedRequestsTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly RecordedLog log = new();
    private readonly RefusedRequests<SignatureFailure> refused;

    public RefusedRequestsTests() => refused = new RefusedRequests<SignatureFailure>(
        clock,
        LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<RefusedRequests<SignatureFailure>>());

    [Fact]
    public void Each_reason_is_one_line_a_minute_with_a_count()
    {
        for (var at = 0; at < 1_000; at++)
        {
            refused.Add(SignatureFailure.SignatureMissing);
            refused.Add(SignatureFailure.SignatureMismatch);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        refused.Add(SignatureFailure.SignatureMissing);

        Assert.Collection(
            log.Lines.Select(line => line.Text),
            line => Assert.Contains("SignatureMissing (1 ", line, StringComparison.Ordinal),
            line => Assert.Contains("SignatureMismatch (1 ", line, StringComparison.Ordinal),
            line => Assert.Contains("SignatureMissing (1000 ", line, StringComparison.Ordinal));
    }

    public void Dispose() => log.Dispose();
}
