using IntroBot.Platforms;

namespace IntroBot.Operations.Telemetry;

/// <summary>Validates where traces and metrics go: the address of a collector, or nowhere.</summary>
public sealed class TelemetryOptionsValidator : OptionsValidator<TelemetryOptions>
{
    public override string? ErrorIn(TelemetryOptions options) =>
        !options.IsOn || (Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var at) && at.Scheme is "http" or "https")
            ? null
            : $"{TelemetryOptions.EndpointKey} is no address of a collector, "
                + "such as http://localhost:4317: set it to one, or leave it out.";
}
