namespace IntroBot.Tests.Storage.Stored;

/// <summary>Takes one property after another out of a stored line, and looks whether the program misses it.</summary>
internal static class PropertyRemoval
{
    private static readonly string[] Discriminators = ["$type", "kind", "Type"];

    /// <summary>The properties whose loss changes no line, each by its way from the root; what is inside of one goes with it.</summary>
    public static IEnumerable<string> Unmissed(StoredShape shape, IEnumerable<string> lines)
    {
        var found = lines.Where(line => line.StartsWith('{'))
            .SelectMany(line => Losses(JsonNode.Parse(line)!, shape.File).Select(
                loss => (loss.Way, IsMissed: IsMissed(shape, line, loss.Line))))
            .ToLookup(loss => loss.Way, loss => loss.IsMissed);
        var unmissed = found.Where(way => !way.Any(isMissed => isMissed)).Select(way => way.Key).Order(StringComparer.Ordinal).ToArray();
        return unmissed.Where(way => !unmissed.Any(whole => way.StartsWith($"{whole}.", StringComparison.Ordinal)));
    }

    private static bool IsMissed(StoredShape shape, string whole, string less)
    {
        try
        {
            return shape.Write(shape.Read(less)) != whole;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            return true;
        }
    }

    /// <summary>A list that is missing reads as none, which cannot be written again.</summary>
    private static bool IsRefusal(Exception refused) =>
        refused is JsonException or NotSupportedException or NullReferenceException or InvalidOperationException;

    /// <summary>Each property of an object with the line that lacks it.</summary>
    private static IEnumerable<(string Way, string Line)> Losses(JsonNode root, string name)
    {
        return In(root, name);

        IEnumerable<(string, string)> In(JsonNode? node, string way) => node switch
        {
            JsonObject some => some.ToArray().SelectMany(
                property => Of(some, property.Key, property.Value, $"{way}{KindOf(some)}.{property.Key}")),
            JsonArray all => all.SelectMany(each => In(each, $"{way}[]")),
            _ => [],
        };

        IEnumerable<(string, string)> Of(JsonObject some, string key, JsonNode? value, string way)
        {
            var at = some.IndexOf(key);
            some.RemoveAt(at);
            var less = root.ToJsonString();
            some.Insert(at, key, value);
            return [(way, less), .. In(value, way)];
        }
    }

    private static string KindOf(JsonObject some) =>
        Discriminators.Select(name => some.Text(name)).FirstOrDefault(kind => kind.Length > 0) is { } kind ? $"({kind})" : "";
}
