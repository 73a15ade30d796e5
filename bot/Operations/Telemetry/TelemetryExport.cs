using IntroBot.Operations.Health;
using IntroBot.Storage;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IntroBot.Operations.Telemetry;

/// <summary>Sends traces and metrics to a collector, by OTLP.</summary>
internal static class TelemetryExport
{
    /// <summary>Meters of the runtime and the frameworks; none of them identifies a person.</summary>
    private static readonly string[] Foreign =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
    ];

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService(NameOf(builder.Configuration["OTEL_SERVICE_NAME"])))
        .WithMetrics(metrics => metrics.AddMeter([Meters.Name, .. Foreign]).AddOtlpExporter())
        .WithTracing(traces => traces
            .AddSource(TraceSpans.Name)
            .AddAspNetCoreInstrumentation(options => options.Filter = context => !HealthSetup.IsHealth(context.Request.Path))
            .AddHttpClientInstrumentation()
            .AddProcessor(new SpanRedactor())
            .AddOtlpExporter());

    private static string NameOf(string? configured) => string.IsNullOrWhiteSpace(configured) ? Meters.Name : configured;
}
