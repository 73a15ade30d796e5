using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Commits;

/// <summary>Stores JSON in columns, split where one column would exceed the limit of Azure Tables.</summary>
internal static class JsonColumns
{
    private const string Body = "Json";
    private const string Version = "Version";
    private const string DueRows = "DueRows";
    private const int Chunk = 30_000;

    public static Dictionary<string, string> Of<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var (at, part) = (0, 0); at < json.Length; at += Chunk, part++)
        {
            columns[part == 0 ? Body : $"{Body}{part}"] = json.Substring(at, Math.Min(Chunk, json.Length - at));
        }

        return columns;
    }

    /// <summary>The root row of a partition: its state and revision.</summary>
    public static Dictionary<string, string> OfRoot<T>(T state, JsonTypeInfo<T> type, int version, ImmutableArray<string> dueRows)
        where T : Aggregate
    {
        var columns = Of(state, type);
        columns[Version] = version.ToString(CultureInfo.InvariantCulture);
        if (dueRows.Length > 0)
        {
            columns[DueRows] = string.Join(' ', dueRows);
        }

        return columns;
    }

    public static T Read<T>(TableRow row, JsonTypeInfo<T> type)
    {
        var json = row.Columns.GetValueOrDefault(Body) ?? throw new JsonException($"Row {row.Row} of {row.Partition} has no JSON.");
        for (var part = 1; row.Columns.TryGetValue($"{Body}{part}", out var more); part++)
        {
            json += more;
        }

        return JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"Row {row.Row} of {row.Partition} is empty.");
    }

    /// <summary>Throws <see cref="UnreadableStateException"/>.</summary>
    public static T ReadRoot<T>(TableRow root, JsonTypeInfo<T> type)
        where T : Aggregate
    {
        try
        {
            var dueRows = root.Columns.GetValueOrDefault(DueRows)?.Split(' ') ?? [];
            return Read(root, type) with
            {
                Revision = new Revision(root.ETag, int.Parse(root.Columns[Version], CultureInfo.InvariantCulture), [.. dueRows]),
            };
        }
        catch (Exception failure) when (failure is JsonException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new UnreadableStateException(root.Partition, failure);
        }
    }
}
