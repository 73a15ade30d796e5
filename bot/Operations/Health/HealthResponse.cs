using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>What a health endpoint says: a word, and one sentence for each check that is not well. Anybody may read it.</summary>
internal sealed record HealthResponse(string Status, IReadOnlyDictionary<string, string>? Look)
{
    public static HealthResponse Of(HealthReport report)
    {
        var unwell = report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? "This check itself failed.");
        return new HealthResponse(WordOf(report.Status), unwell.Count > 0 ? unwell : null);
    }

    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(Of(report), HealthJson.Default.HealthResponse));
    }

    private static string WordOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "well",
        HealthStatus.Degraded => "unwell",
        _ => "unready",
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthResponse))]
internal sealed partial class HealthJson : JsonSerializerContext;
