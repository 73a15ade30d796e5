using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>
/// The response of a health endpoint: the framework's status, and one sentence for each check that is not healthy. It is readable without
/// sign-in.
/// </summary>
internal sealed record HealthResponse(string Status, IReadOnlyDictionary<string, string>? Checks)
{
    public static HealthResponse Of(HealthReport report)
    {
        var failing = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "This check itself failed.");
        return new HealthResponse(NameOf(report.Status), failing.Count > 0 ? failing : null);
    }

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(Of(report), HealthJson.Default.HealthResponse));
    }

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "Healthy",
        HealthStatus.Degraded => "Degraded",
        HealthStatus.Unhealthy => "Unhealthy",
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthResponse))]
internal sealed partial class HealthJson : JsonSerializerContext;
