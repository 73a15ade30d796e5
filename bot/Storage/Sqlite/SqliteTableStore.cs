using System.Runtime.CompilerServices;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file that several threads and several processes of one machine may use at once.</summary>
public sealed class SqliteTableStore : ITableStore, IAsyncDisposable, IDisposable
{
    private const int ScanPage = 500;
    private readonly SqliteDatabase database;
    private readonly string[] tables;
    private readonly SqliteReaders readers;
    private SqliteWriter? writer;

    /// <param name="source">A path, or a connection string that begins with <c>Data Source=</c>.</param>
    /// <param name="tables">The tables to create.</param>
    public SqliteTableStore(string source, params IEnumerable<string> tables)
        : this(new SqliteDatabase(source), tables) { }

    /// <summary>For tests that fill the disk.</summary>
    internal SqliteTableStore(SqliteDatabase database, params IEnumerable<string> tables)
    {
        this.database = database;
        readers = new SqliteReaders(database);
        this.tables = [.. tables];
        foreach (var table in this.tables) TableLimits.CheckTable(table);
    }

    public Task OpenAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (writer is not null) return Task.CompletedTask;
        using var scope = database.Enter();
        writer = new SqliteWriter(database, SqliteOpening.Open(database, tables));
        return Task.CompletedTask;
    }

    public Task<TableRow?> FindAsync(string table, string partition, string row, CancellationToken token)
    {
        CheckTable(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckKey(row);
        return Task.FromResult(Read(reader => reader.Find(table, partition, row), token));
    }

    public Task<IReadOnlyList<TableRow>> RangeAsync(
        string table, string partition, string from, string before, int most, CancellationToken token)
    {
        CheckTable(table);
        TableLimits.CheckKey(partition);
        TableLimits.CheckRange(from, before, most);
        return Task.FromResult<IReadOnlyList<TableRow>>(Read(reader => reader.Range(table, partition, from, before, most), token));
    }

    public Task<WriteResult> WriteAsync(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken token) =>
        WriteAllAsync([new PartitionWrite(table, partition, changes)], token);

    public async Task<WriteResult> WriteAllAsync(IReadOnlyList<PartitionWrite> writes, CancellationToken token)
    {
        foreach (var write in writes)
        {
            CheckTable(write.Table);
            TableLimits.CheckWrite(write.Table, write.Partition, write.Changes);
        }

        PartitionWrite[] nonEmpty = [.. writes.Where(write => write.Changes.Count > 0)];
        if (nonEmpty.Length == 0) return new WriteResult.Written([]);
        return await Opened.WriteAsync(nonEmpty, token);
    }

    public async IAsyncEnumerable<TableRow> ScanAsync(string table, [EnumeratorCancellation] CancellationToken token)
    {
        CheckTable(table);
        var (partition, row) = ("", "");
        List<TableRow> page;
        do
        {
            // Page by page: a long read keeps the write-ahead log from shrinking.
            page = Read(reader => reader.After(table, partition, row, ScanPage), token);
            foreach (var found in page) yield return found;
            if (page.Count > 0) (partition, row) = (page[^1].Partition, page[^1].Row);
            await Task.Yield();
        }
        while (page.Count == ScanPage);
    }

    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        // Last, because the last connection to close merges the write-ahead log into the file.
        if (writer is not null) await writer.DisposeAsync();
        writer = null;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private SqliteWriter Opened => writer ?? throw new InvalidOperationException("The store is not open.");

    private void CheckTable(string table)
    {
        if (!tables.Contains(table)) throw new ArgumentException($"The store has no table '{table}'.");
    }

    private T Read<T>(Func<SqliteReader, T> read, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        _ = Opened;
        return readers.Read(read);
    }
}
