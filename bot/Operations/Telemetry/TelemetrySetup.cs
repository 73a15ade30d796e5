using System.Runtime.CompilerServices;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Enables traces and metrics when the standard variables of OpenTelemetry name a collector. Without them nothing of OpenTelemetry is
/// loaded, because a cold start has to answer soon.
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

    /// <summary>One sentence that says what is wrong with the configuration; null when nothing is.</summary>
    public static string? Check(IConfiguration configuration) =>
        !IsOn(configuration) || (Uri.TryCreate(configuration[EndpointKey], UriKind.Absolute, out var at) && at.Scheme is "http" or "https")
            ? null
            : $"{EndpointKey} is no address of a collector, such as http://localhost:4317: set it to one, or leave it out.";

    private static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[EndpointKey]);

    /// <summary>Not inlined, so that the libraries are loaded only where they are used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(WebApplicationBuilder builder) => TelemetryExport.Add(builder);
}
