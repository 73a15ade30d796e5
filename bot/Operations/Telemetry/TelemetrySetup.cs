using System.Runtime.CompilerServices;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Whether anybody listens to traces and metrics: the standard variables of OpenTelemetry say where to. While they are silent,
/// nothing of it is loaded, for a sleeping program has to answer soon.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>As <see href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/"/> has it.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (IsOn(builder.Configuration) && Check(builder.Configuration) is null)
        {
            Export(builder);
        }
    }

    /// <summary>One sentence that tells what is wrong with the configuration, or nothing.</summary>
    public static string? Check(IConfiguration configuration) =>
        !IsOn(configuration) || (Uri.TryCreate(configuration[EndpointKey], UriKind.Absolute, out var at) && at.Scheme is "http" or "https")
            ? null
            : $"{EndpointKey} is no address of a collector, such as http://localhost:4317: set it to one, or leave it out.";

    private static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[EndpointKey]);

    /// <summary>Apart, so that the libraries are loaded where they are used and not where they are asked about.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(WebApplicationBuilder builder) => TelemetryExport.Add(builder);
}
