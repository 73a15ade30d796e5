using System.Collections.Concurrent;
using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>The one thread that writes to a SQLite database; writes queued while the disk is busy share the next commit.</summary>
/// <remarks>
/// A durable commit waits for the disk, milliseconds where a write takes microseconds: with one commit for each write, a hundred people
/// pressing buttons would queue behind each other.
/// </remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxWritesPerCommit = 128;
    private readonly BlockingCollection<SqliteWrite> queue = [];
    private readonly SqliteDatabase database;
    private readonly SqliteConnection connection;
    private readonly SqliteTables tables;
    private readonly SqliteCommand begin, commit;
    private readonly Task loop;

    /// <param name="database">Where the database lies.</param>
    /// <param name="connection">An open connection; the writer closes it.</param>
    public SqliteWriter(SqliteDatabase database, SqliteConnection connection)
    {
        this.database = database;
        this.connection = connection;
        tables = new SqliteTables(connection);
        begin = connection.Prepared("BEGIN IMMEDIATE", 0);
        commit = connection.Prepared("COMMIT", 0);
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Returns when the write is durable; cancelling earlier leaves the outcome unknown.</summary>
    public Task<WriteResult> WriteAsync(IReadOnlyList<PartitionWrite> parts, CancellationToken token)
    {
        var write = new SqliteWrite(parts, token);
        queue.Add(write, token);
        return write.Completion.WaitAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        queue.CompleteAdding();
        await loop;
        queue.Dispose();
        begin.Dispose();
        commit.Dispose();
        tables.Dispose();
        await connection.DisposeAsync();
    }

    private void Run()
    {
        var writes = new List<SqliteWrite>(MaxWritesPerCommit);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            writes.Add(first);
            while (writes.Count < MaxWritesPerCommit && queue.TryTake(out var next)) writes.Add(next);
            writes.RemoveAll(write => write.IsCancelled);
            if (writes.Count > 0) Commit(writes);
            writes.Clear();
        }
    }

    private void Commit(List<SqliteWrite> writes)
    {
        using var scope = database.Enter();
        try
        {
            begin.ExecuteNonQuery();
            foreach (var write in writes) write.Apply(tables);
            commit.ExecuteNonQuery();
        }
#pragma warning disable CA1031 // Every failure goes to the callers of this batch; the thread must survive for later writes.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            RollBack();
            var error = failure is SqliteException sqlite ? SqliteErrors.Describe(database.Name, sqlite) : failure;
            foreach (var write in writes) write.Failed(error);
            return;
        }
        foreach (var write in writes) write.Committed();
    }

    private void RollBack()
    {
        tables.ClearCache();
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or the transaction never started.
        }
    }
}
