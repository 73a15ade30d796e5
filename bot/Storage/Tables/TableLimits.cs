using System.Buffers;

namespace IntroBot.Storage.Tables;

/// <summary>The limits of Azure Table Storage, enforced by every backend so that what works on a laptop works in the cloud.</summary>
/// <remarks>
/// Exceeding a limit is a bug, never a person's mistake: it throws <see cref="ArgumentException"/> before anything is written. Source:
/// learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model.
/// </remarks>
public static class TableLimits
{
    /// <summary>Rows in one atomic write.</summary>
    public const int Changes = 100;

    /// <summary>Characters of a partition or row key. Azure allows 1,024; its emulator, which the tests use, rejects them.</summary>
    public const int KeyLength = 512;

    /// <summary>Columns of a row beside PartitionKey, RowKey and Timestamp.</summary>
    public const int Columns = 252;

    /// <summary>Characters of a column's name.</summary>
    public const int ColumnNameLength = 255;

    /// <summary>UTF-16 units of one value (64 KiB).</summary>
    public const int ValueLength = 32_768;

    /// <summary>Bytes of one row, counted as Azure counts them.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Bytes of one atomic write on the wire; the total must stay below.</summary>
    public const int WriteBytes = 4 * 1024 * 1024;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    /// <summary>The characters of keys: none is special in a URL path, a query filter or any backend's sort order.</summary>
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(Letters + Digits + "._~!|:-");
    private static readonly SearchValues<char> TableCharacters = SearchValues.Create(Letters + Digits);
    private static readonly SearchValues<char> ColumnCharacters = SearchValues.Create(Letters + Digits + "_");
    private static readonly string[] OwnNames = ["PartitionKey", "RowKey", "Timestamp", "ETag"];

    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 63
            || !char.IsAsciiLetter(table[0])
            || table.AsSpan().ContainsAnyExcept(TableCharacters)
            || Same(table, "tables"))
            throw Violation($"A table's name is 3 to 63 ASCII letters and digits, a letter first, and not 'tables': '{table}'.");
    }

    public static void CheckKey(string key)
    {
        CheckBound(key);
        if (key.Length == 0) throw Violation("A key has at least one character.");
    }

    /// <summary>Checks both ends of a range, which may be empty, and the number of rows asked for.</summary>
    public static void CheckRange(string from, string before, int most)
    {
        CheckBound(from);
        CheckBound(before);
        if (most <= 0) throw Violation($"A range asks for at least one row, not {most}.");
    }

    public static void CheckWrite(string table, string partition, IReadOnlyList<RowChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        CheckTable(table);
        CheckKey(partition);
        if (changes.Count > Changes) throw Violation($"A write has at most {Changes} changes, not {changes.Count}.");
        var rows = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var change in changes)
        {
            CheckKey(change.Row);
            if (!rows.Add(change.Row)) throw Violation($"A write changes each row once; '{change.Row}' comes twice.");
            CheckETag(change);
            var columns = change.Columns();
            if (columns is not null) CheckColumns(partition, change.Row, columns);
            bytes += TableSizes.OnTheWire(partition, change.Row, columns);
        }
        if (bytes >= WriteBytes) throw Violation($"A write stays below {WriteBytes} bytes, not {bytes}.");
    }

    private static void CheckColumns(string partition, string row, IReadOnlyDictionary<string, string> columns)
    {
        if (columns.Count > Columns) throw Violation($"A row has at most {Columns} columns; '{row}' has {columns.Count}.");
        var names = new HashSet<string>(columns.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in columns)
        {
            if (!IsColumnName(name))
                throw Violation(
                    $"A column's name is ASCII letters, digits and underscores, no digit first, and none of the store's own: '{name}'.");
            if (!names.Add(name)) throw Violation($"Column names must differ by more than case, for SQLite: '{name}'.");
            if (value is null) throw Violation($"A column has a value or is left out: '{name}'.");
            if (value.Length > ValueLength) throw Violation($"A value has at most {ValueLength} characters; '{name}' has {value.Length}.");
            if (!TableSizes.IsWholeUnicode(value)) throw Violation($"A value is valid Unicode; '{name}' holds half a surrogate pair.");
        }
        var bytes = TableSizes.AtRest(partition, row, columns);
        if (bytes > RowBytes) throw Violation($"A row has at most {RowBytes} bytes; '{row}' has {bytes}.");
    }

    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= ColumnNameLength && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(ColumnCharacters)
        && !OwnNames.Any(own => Same(own, name)) && !name.StartsWith("odata", StringComparison.OrdinalIgnoreCase);

    private static void CheckBound(string bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        if (bound.Length > KeyLength) throw Violation($"A key has at most {KeyLength} characters, not {bound.Length}.");
        if (bound.AsSpan().ContainsAnyExcept(KeyCharacters))
            throw Violation($"A key is ASCII letters, digits and . _ ~ ! | : - only: '{bound}'.");
    }

    private static void CheckETag(RowChange change)
    {
        if (change is RowChange.Replace { ETag: null or "" or "*" } or RowChange.Delete { ETag: "" or "*" })
            throw Violation($"An ETag is one that was read or written before, also for '{change.Row}'.");
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static ArgumentException Violation(string limit) => new(limit);
}
