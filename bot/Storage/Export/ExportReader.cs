using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>
/// Reads an export any number of times and verifies it: a caller that reaches the end of the rows has passed every check. Throws
/// <see cref="ExportUnusableException"/>.
/// </summary>
internal sealed class ExportReader(FileStream file)
{
    /// <summary>The checksum of the last complete read.</summary>
    public string Sha256 { get; private set; } = "";

    public async IAsyncEnumerable<ExportRow> RowsAsync([EnumeratorCancellation] CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, rows, previous) = (0L, 0L, (ExportRow?)null);
        await foreach (var line in LineReader.ReadAsync(file, token))
        {
            number++;
            if (number == 1)
            {
                CheckHeader(line);
            }
            else if (line.IsLast)
            {
                CheckEnd(line, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
                yield break;
            }
            else
            {
                rows++;
                yield return previous = RowIn(line, previous) ?? throw ExportErrors.Damaged(file.Name, number);
            }

            hash.AppendData(line.Bytes);
        }

        throw number == 0 ? ExportErrors.NotAnExport(file.Name) : ExportErrors.CutShort(file.Name);
    }

    private void CheckHeader(Line line)
    {
        var header = Parse(line, ExportJson.Default.ExportHeader);
        if (header is not { Format: ExportHeader.Name, Version: > 0 }) throw ExportErrors.NotAnExport(file.Name);
        if (header.Version > ExportHeader.Newest) throw ExportErrors.Newer(file.Name, header.Program);
    }

    private void CheckEnd(Line line, long rows, string sha256)
    {
        if (Parse(line, ExportJson.Default.ExportEnd) is not { } end) throw ExportErrors.CutShort(file.Name);
        if (end.Rows != rows || end.Sha256 != sha256) throw ExportErrors.Changed(file.Name);
        Sha256 = sha256;
    }

    /// <summary>A row that every store accepts and that sorts after the previous one; otherwise null.</summary>
    private static ExportRow? RowIn(Line line, ExportRow? previous)
    {
        if (Parse(line, ExportJson.Default.ExportRow) is not { } row || !TableStores.Tables.Contains(row.Table)) return null;
        try
        {
            TableLimits.CheckWrite(row.Table, row.Partition, [new RowChange.Put(row.Row, row.Columns)]);
        }
        catch (ArgumentException)
        {
            return null;
        }

        var sharesPartition = (previous?.Table, previous?.Partition) == (row.Table, row.Partition);
        return sharesPartition && string.CompareOrdinal(previous!.Row, row.Row) >= 0 ? null : row;
    }

    private static T? Parse<T>(Line line, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line.Bytes, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
