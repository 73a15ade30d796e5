namespace IntroBot.Operations.Telemetry;

/// <summary>Where traces and metrics go: the standard variables of OpenTelemetry.</summary>
public sealed class TelemetryOptions
{
    /// <summary>As <see href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/"/> has it.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    [ConfigurationKeyName(EndpointKey)]
    public string? Endpoint { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);
}
