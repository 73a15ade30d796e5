using System.Diagnostics;
using OpenTelemetry;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Takes out of a span whatever may tell who or what: addresses carry ids of people, answers' addresses are secrets, exceptions
/// quote. Only what is listed here leaves, however the libraries that write spans are configured.
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
