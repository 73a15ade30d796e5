using System.Net;

namespace IntroBot.Platforms.Http;

/// <summary>A call to a platform, as its rate limits and the log know it.</summary>
/// <param name="Operation">What the rate limit counts: a method of Slack's Web API, an HTTP method of the connector.</param>
/// <param name="Route">Where it goes, without ids.</param>
/// <param name="Scope">The workspace or conversation whose rate limit counts; the log has a keyed hash of it.</param>
internal sealed record HttpCall(string Operation, string Route, string Scope);

/// <summary>What came back, read to its end; <paramref name="RetryAfter"/> is what the platform asked for, within our limits.</summary>
internal sealed record HttpAnswer(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
