namespace IntroBot.Teams.Inbound;

/// <summary>Reads JSON that came over the network and may be anything: what is missing, null or of another kind reads as nothing.</summary>
internal static class UntrustedJson
{
    public static IEnumerable<JsonProperty> Fields(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    public static JsonElement Field(this JsonElement json, string name) =>
        json.Fields().LastOrDefault(field => field.NameOf() == name).Value;

    public static string? Text(this JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Readable(json, static each => each.GetString()) : null;

    public static string? NameOf(this JsonProperty field) => Readable(field, static each => each.Name);

    /// <summary>An escape for half a character is valid JSON and no valid string; only reading it tells.</summary>
    private static string? Readable<T>(T json, Func<T, string?> read)
    {
        try
        {
            return read(json);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
