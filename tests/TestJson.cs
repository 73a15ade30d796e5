using System.Text.Encodings.Web;

namespace IntroBot.Tests;

/// <summary>Reading JSON that may be anything.</summary>
internal static class TestJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Written(this JsonNode node) => node.ToJsonString(Plain);

    public static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement Element(this JsonNode? node) => JsonSerializer.SerializeToElement(node);

    public static JsonNode? At(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static string Text(this JsonNode? node, string name) =>
        node.At(name) is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    /// <summary>A boolean, which may also be written as a string.</summary>
    public static bool Flag(this JsonNode? node, string name) =>
        node.At(name) is JsonValue value
            && (value.TryGetValue(out bool flag) ? flag : value.TryGetValue(out string? text) && text == "true");

    public static int? Number(this JsonNode? node, string name) =>
        node.At(name) is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string name) =>
        (node.At(name) as JsonArray ?? []).OfType<JsonObject>();

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes.Select(node => node?.DeepClone())];

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
