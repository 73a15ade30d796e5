using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>Writes an export line by line and buffers one line at a time.</summary>
internal sealed class ExportWriter(Stream stream) : IDisposable
{
    /// <summary>An export is never embedded in a page, so its JSON can stay readable.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] LineBreak = "\n"u8.ToArray();

    private static readonly string Program = typeof(ExportWriter).Assembly.GetName().Version!.ToString(3);

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> line = new();
    private long rows;

    public Task BeginAsync(DateTimeOffset now, CancellationToken token) => WriteAsync(
        new ExportHeader(ExportHeader.Name, ExportHeader.Newest, Program, now),
        ExportJson.Default.ExportHeader,
        token);

    /// <summary>Columns are sorted by name: stores return them in different orders, and equal rows must give equal lines.</summary>
    public Task AddAsync(string table, TableRow row, CancellationToken token)
    {
        rows++;
        var columns = row.Columns.Count < 2
            ? row.Columns
            : new OrderedDictionary<string, string>(row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal));
        return WriteAsync(new ExportRow(table, row.Partition, row.Row, columns), ExportJson.Default.ExportRow, token);
    }

    public Task EndAsync(CancellationToken token) =>
        WriteAsync(new ExportEnd(rows, Convert.ToHexStringLower(hash.GetHashAndReset())), ExportJson.Default.ExportEnd, token);

    public void Dispose() => hash.Dispose();

    private async Task WriteAsync<T>(T value, JsonTypeInfo<T> type, CancellationToken token)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, Readable)) JsonSerializer.Serialize(json, value, type);
        line.Write(LineBreak);
        hash.AppendData(line.WrittenSpan);
        await stream.WriteAsync(line.WrittenMemory, token);
    }
}
