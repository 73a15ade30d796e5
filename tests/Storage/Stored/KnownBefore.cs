namespace IntroBot.Tests.Storage.Stored;

/// <summary>What a row says today without the properties that an earlier row could not have.</summary>
internal static class KnownBefore
{
    public static IReadOnlyDictionary<string, string> In(
        IReadOnlyDictionary<string, string> now, IReadOnlyDictionary<string, string> before) => now.ToDictionary(
        column => column.Key,
        column => before.TryGetValue(column.Key, out var earlier) && IsAlike(column.Value, earlier) ? earlier : column.Value);

    private static bool IsAlike(string now, string before) => now.StartsWith('{') && before.StartsWith('{')
        && JsonNode.Parse(before) is var earlier && JsonNode.DeepEquals(In(JsonNode.Parse(now), earlier), earlier);

    private static JsonNode? In(JsonNode? now, JsonNode? before) => (now, before) switch
    {
        (JsonObject some, JsonObject earlier) => new JsonObject(
            some.Where(property => earlier.ContainsKey(property.Key))
                .Select(property => KeyValuePair.Create(property.Key, In(property.Value, earlier[property.Key])))),
        (JsonArray all, JsonArray earlier) when all.Count == earlier.Count => new JsonArray([.. all.Zip(earlier, In)]),
        _ => now?.DeepClone(),
    };
}
