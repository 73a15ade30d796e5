using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace IntroBot.Benchmark;

/// <summary>
/// Requests as Slack signs them (https://docs.slack.dev/authentication/verifying-requests-from-slack), each with an id of its own.
/// </summary>
internal static class SignedRequests
{
    private static int made;

    /// <summary><c>/intro help</c>, typed by somebody.</summary>
    public static SignedRequest Help(string user, Uri respond) => Form(
        $"command=%2Fintro&text=help&team_id={SlackStub.Team}&user_id={user}&channel_id=C1&trigger_id={NextId()}"
            + $"&response_url={Uri.EscapeDataString(respond.ToString())}");

    /// <summary>A button on a message in somebody's chat with the bot.</summary>
    public static SignedRequest Click(string user, string action, Uri respond) => Payload($$$"""
        {"type":"block_actions","trigger_id":"{{{NextId()}}}","team":{"id":"{{{SlackStub.Team}}}"},
         "user":{"id":"{{{user}}}","team_id":"{{{SlackStub.Team}}}"},"channel":{"id":"D1"},
         "container":{"type":"message","message_ts":"1.1","channel_id":"D1"},"response_url":"{{{respond}}}",
         "actions":[{"type":"button","action_id":"{{{action}}}","block_id":"b","value":"","action_ts":"1.1"}]}
        """);

    /// <summary>The form by which somebody becomes a giver.</summary>
    public static SignedRequest Gives(string user) => Payload($$$$"""
        {"type":"view_submission","trigger_id":"{{{{NextId()}}}}","team":{"id":"{{{{SlackStub.Team}}}}"},
         "user":{"id":"{{{{user}}}}","team_id":"{{{{SlackStub.Team}}}}"},
         "view":{"callback_id":"give","private_metadata":"","state":{"values":{
            "topics":{"topics":{"value":"supply chain"}},"cap":{"cap":{"value":"2"}},
            "quiet-from":{"quiet-from":{"value":"20:00"}},"quiet-to":{"quiet-to":{"value":"08:00"}}}
         }}}
        """);

    private static string NextId() =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.{Interlocked.Increment(ref made)}");

    private static SignedRequest Payload(string json) => Form($"payload={UrlEncoder.Default.Encode(json.Trim())}");

    private static SignedRequest Form(string body)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(SlackStub.SigningSecret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}"));
        return new SignedRequest(body, stamp, $"v0={Convert.ToHexStringLower(signature)}");
    }
}

/// <summary>A body and the two headers that prove it.</summary>
internal sealed record SignedRequest(string Body, string Stamp, string Signature)
{
    public HttpRequestMessage To(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/slack/events"))
        {
            Content = new StringContent(Body, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        request.Headers.Add("X-Slack-Request-Timestamp", Stamp);
        request.Headers.Add("X-Slack-Signature", Signature);
        return request;
    }
}
