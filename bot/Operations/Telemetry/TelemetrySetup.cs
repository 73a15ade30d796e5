using System.Runtime.CompilerServices;

namespace IntroBot.Operations.Telemetry;

/// <summary>
/// Whether traces and metrics are exported: the standard variables of OpenTelemetry say where to. While they are silent,
/// nothing of it is loaded, for a sleeping program has to answer soon.
/// </summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<TelemetryOptions, TelemetryOptionsValidator>().Bind(builder.Configuration);
        var options = builder.Configuration.Get<TelemetryOptions>() ?? new TelemetryOptions();
        if (options.IsOn && new TelemetryOptionsValidator().ErrorIn(options) is null)
        {
            Export(builder);
        }
    }

    /// <summary>Apart, so that the libraries are loaded where they are used and not where they are asked about.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(WebApplicationBuilder builder) => TelemetryExport.Add(builder);
}
