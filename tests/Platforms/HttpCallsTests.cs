using System.Net;
using System.Net.Http.Headers;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>One result for each way a call to a platform can end, and one line in the log.</summary>
public sealed class HttpCallsTests : IDisposable
{
    private const string Conversation = "19:secret-conversation@thread";

    private static readonly HttpCall Call = new("POST", "POST v3/conversations/{id}/activities", Conversation);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Noon);
    private readonly RecordedLog log = new();
    private readonly Wire wire = new();
    private readonly HttpClient http;
    private readonly HttpCalls calls;

    public HttpCallsTests()
    {
        http = new HttpClient(wire);
        var logger = LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<CallLog>();
        var wall = clock;
        calls = new HttpCalls(http, new RateLimiter(wall), new CallLog("Teams", logger), wall);
    }

    [Fact]
    public async Task A_rate_limit_in_seconds_is_kept_until_it_is_over()
    {
        wire.Answers(
            HttpStatusCode.TooManyRequests, headers => headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)));

        Assert.Equal(TimeSpan.FromSeconds(7), await DelayAsync());
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(4), await DelayAsync());
        Assert.Equal(1, wire.Count);

        clock.Advance(TimeSpan.FromSeconds(4));
        wire.Answers(HttpStatusCode.OK);
        Assert.IsType<SendResult<string>.Sent>(await SendAsync());
    }

    [Fact]
    public async Task A_rate_limit_until_a_date_is_read_against_the_clock_of_whoever_named_it()
    {
        var theirs = Noon.AddMinutes(40);
        wire.Answers(HttpStatusCode.TooManyRequests, headers =>
        {
            headers.Date = theirs;
            headers.RetryAfter = new RetryConditionHeaderValue(theirs.AddSeconds(90));
        });

        Assert.Equal(TimeSpan.FromSeconds(90), await DelayAsync());
    }

    [Fact]
    public async Task A_date_without_a_clock_is_read_against_ours()
    {
        wire.Answers(HttpStatusCode.TooManyRequests, headers => headers.RetryAfter = new RetryConditionHeaderValue(Noon.AddSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(20), await DelayAsync());
    }

    [Theory]
    [InlineData(-60, 0), InlineData(86_400, 3600)]
    public async Task A_date_that_makes_no_sense_is_kept_within_limits(int asked, int kept)
    {
        wire.Answers(HttpStatusCode.TooManyRequests, headers => headers.RetryAfter = new RetryConditionHeaderValue(Noon.AddSeconds(asked)));
        Assert.Equal(TimeSpan.FromSeconds(kept), await DelayAsync());
    }

    [Fact]
    public async Task Other_conversations_and_operations_go_on_while_one_is_rate_limited()
    {
        wire.Answers(HttpStatusCode.TooManyRequests);
        await SendAsync();
        wire.Answers(HttpStatusCode.OK);

        Assert.IsType<SendResult<string>.RetryAfter>(await SendAsync());
        Assert.IsType<SendResult<string>.Sent>(await SendAsync(Call with { Scope = "another" }));
        Assert.IsType<SendResult<string>.Sent>(await SendAsync(Call with { Operation = "PUT" }));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError), InlineData(HttpRequestError.NameResolutionError)]
    public async Task What_never_left_is_retried(HttpRequestError error)
    {
        wire.Fails(new HttpRequestException(error));
        Assert.Equal(HttpCalls.DefaultDelay, await DelayAsync());
    }

    [Fact]
    public async Task What_may_have_arrived_is_unknown()
    {
        wire.Fails(new HttpRequestException(HttpRequestError.ResponseEnded));
        Assert.IsType<SendResult<string>.Unknown>(await SendAsync());

        wire.Fails(new TaskCanceledException("A timeout."));
        Assert.IsType<SendResult<string>.Unknown>(await SendAsync());
    }

    [Fact]
    public async Task The_log_says_what_was_called_and_how_it_ended_and_nothing_of_whom()
    {
        wire.Fails(new HttpRequestException(HttpRequestError.ResponseEnded, "My secret plan."));
        await SendAsync();
        wire.Answers(HttpStatusCode.Forbidden);
        await SendAsync();
        wire.Answers(HttpStatusCode.TooManyRequests);
        await SendAsync();

        Assert.Collection(
            log.Lines.Select(line => line.Text),
            lost => AssertSays(lost, "timeout", nameof(HttpRequestException), nameof(Wire)),
            rejected => AssertSays(rejected, "rejected", "Forbidden", "HTTP 403", "Recipient"),
            limited => AssertSays(limited, "rate limited", "HTTP 429", "retry after 15 s"));
        Assert.Single(log.Lines.Select(line => line.Text.Split(" for ")[1][..12]).Distinct());
    }

    public void Dispose()
    {
        http.Dispose();
        wire.Dispose();
        log.Dispose();
    }

    private static void AssertSays(string line, params string[] words)
    {
        Assert.All([Call.Route, .. words], word => Assert.Contains(word, line, StringComparison.Ordinal));
        Assert.All(["secret"], word => Assert.DoesNotContain(word, line, StringComparison.Ordinal));
    }

    private async Task<TimeSpan> DelayAsync() => Assert.IsType<SendResult<string>.RetryAfter>(await SendAsync()).Delay;

    private async Task<SendResult<string>> SendAsync(HttpCall? call = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("https://platform.example/"));
        return await calls.SendAsync<string>(
            call ?? Call,
            request,
            answer => answer.IsSuccess
                ? new SendResult<string>.Sent(answer.Body)
                : new SendResult<string>.Rejected($"{answer.Status}", Concerns.Recipient),
            CancellationToken.None);
    }

    /// <summary>Answers every request in the same way.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        private Func<HttpResponseMessage> answer = () => throw new InvalidOperationException("Nothing was set.");

        public int Count { get; private set; }

        public void Answers(HttpStatusCode status, Action<HttpResponseHeaders>? change = null) => answer = () =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent("{}") };
            change?.Invoke(response.Headers);
            return response;
        };

        public void Fails(Exception failure) => answer = () => throw failure;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(answer());
        }
    }
}
