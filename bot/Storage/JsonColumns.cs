using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Storage;

/// <summary>A state as read: its row's ETag fences every change, its version counts them.</summary>
internal sealed record Stored<TState>(TState State, string ETag, int Version);

/// <summary>Puts bodies into columns, split where one string column would be too long for Azure Tables.</summary>
internal static class JsonColumns
{
    private const string Body = "Json";
    private const string VersionColumn = "Version";
    private const int Chunk = 30_000;

    public static Dictionary<string, string> Of<T>(T value, JsonTypeInfo<T> type, int? version = null)
    {
        var json = JsonSerializer.Serialize(value, type);
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var (at, part) = (0, 0); at < json.Length; at += Chunk, part++)
        {
            columns[part == 0 ? Body : $"{Body}{part}"] = json.Substring(at, Math.Min(Chunk, json.Length - at));
        }

        if (version is { } number)
        {
            columns[VersionColumn] = number.ToString(CultureInfo.InvariantCulture);
        }

        return columns;
    }

    public static T Read<T>(TableRow row, JsonTypeInfo<T> type)
    {
        var json = row.Columns[Body];
        for (var part = 1; row.Columns.TryGetValue($"{Body}{part}", out var more); part++)
        {
            json += more;
        }

        return JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"Row {row.Row} of {row.Partition} is empty.");
    }

    public static Stored<T> ReadStored<T>(TableRow row, JsonTypeInfo<T> type) =>
        new(Read(row, type), row.ETag, int.Parse(row.Columns[VersionColumn], CultureInfo.InvariantCulture));
}
