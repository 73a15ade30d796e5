namespace IntroBot.Platforms.Http;

/// <summary>The one way by which calls to a platform leave, before the eyes of observers.</summary>
internal sealed class CallMetricsHandler(
    string platform, TimeProvider clock, IEnumerable<ICallObserver> observers, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private static readonly TimeSpan MaxAnswer = TimeSpan.FromSeconds(5);

    /// <summary>A date of HTTP has whole seconds, cut off.</summary>
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    private readonly ICallObserver[] observers = [.. observers];

    /// <summary>
    /// A client with connections of its own; one that carries tokens follows no redirects, which could lead them elsewhere.
    /// <paramref name="outer"/> sees each request first.
    /// </summary>
    public static HttpClient NewClient(
        IServiceProvider program, string platform, TimeSpan timeout, bool followsRedirects = false, DelegatingHandler? outer = null)
    {
        var inner = new SocketsHttpHandler { AllowAutoRedirect = followsRedirects, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        var wire = new CallMetricsHandler(platform, program.SystemClock(), program.GetServices<ICallObserver>(), inner);
        if (outer is not null)
        {
            outer.InnerHandler = wire;
        }

        return new HttpClient(outer ?? wire) { Timeout = timeout, MaxResponseContentBufferSize = HttpCalls.MaxAnswerBytes };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var ahead = Ahead(response.Headers.Date, asked, clock.GetUtcNow());
            foreach (var observer in observers)
            {
                observer.OnAnswered(platform, (int)response.StatusCode, ahead);
            }

            return response;
        }
        catch
        {
            foreach (var observer in observers)
            {
                observer.OnLost(platform);
            }

            throw;
        }
    }

    /// <summary>How far our clock is ahead of theirs; nothing where the answer took too long to tell.</summary>
    private static TimeSpan? Ahead(DateTimeOffset? theirs, DateTimeOffset asked, DateTimeOffset answered) =>
        answered - asked is var took && took < MaxAnswer ? asked + (took / 2) - (theirs + HalfASecond) : null;
}
