using System.Diagnostics;
using OpenTelemetry;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Removes every tag that is not listed here from a span, however the instrumentation is configured: addresses carry ids of people,
/// response URLs are secrets, and exceptions quote messages.
/// </summary>
internal sealed class SpanRedactor : BaseProcessor<Activity>
{
    private static readonly string[] Allowed =
    [
        "http.request.method", "http.response.status_code", "http.route", "server.address", "server.port", "url.scheme",
        "network.protocol.version", "error.type",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToArray())
        {
            if (!Allowed.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        data.SetStatus(data.Status);
    }
}
