namespace IntroBot.Storage.Tables;

/// <summary>How large a row is for Azure Table Storage: at rest, and inside an entity-group transaction.</summary>
internal static class TableSizes
{
    /// <summary>A generous allowance for the headers and URL of one change in the body of a transaction.</summary>
    private const int Envelope = 1024;

    /// <summary>
    /// Azure's formula: 4 bytes, both keys, and per column 8 bytes, its name, 4 bytes and its value, two bytes a character.
    /// </summary>
    public static long AtRest(string partition, string row, IReadOnlyDictionary<string, string> columns) =>
        4 + (2L * (partition.Length + row.Length)) + columns.Sum(column => 12 + (2L * (column.Key.Length + column.Value.Length)));

    /// <summary>An upper bound of the bytes sent: keys are in the address and in the body, and JSON escapes what is not plain.</summary>
    public static long OnTheWire(string partition, string row, IReadOnlyDictionary<string, string>? columns) =>
        Envelope + (4L * (partition.Length + row.Length))
        + (columns?.Sum(column => 6L + column.Key.Length + Escaped(column.Value)) ?? 0);

    public static bool IsWholeUnicode(string value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (!char.IsSurrogate(value[at])) continue;
            if (at + 1 == value.Length || !char.IsSurrogatePair(value[at], value[at + 1])) return false;
            at++;
        }
        return true;
    }

    /// <summary>System.Text.Json writes letters, digits and simple marks as they are, anything else as \uXXXX.</summary>
    private static long Escaped(string value)
    {
        var plain = 0L;
        foreach (var character in value)
            if (char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or ',' or '-' or '_' or ':' or '/' or '|' or '!') plain++;
        return plain + (6 * (value.Length - plain));
    }
}
