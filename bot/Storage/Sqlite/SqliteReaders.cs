using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Pooled read connections; in a write-ahead log readers and the writer never wait for each other.</summary>
internal sealed class SqliteReaders(SqliteDatabase database) : IDisposable
{
    private const int MaxIdle = 16;
    private readonly ConcurrentBag<SqliteReader> idle = [];

    public T Read<T>(Func<SqliteReader, T> read)
    {
        using var scope = database.Enter();
        SqliteReader? reader = null;
        try
        {
            if (!idle.TryTake(out reader)) reader = new SqliteReader(database.Connect());
            var result = read(reader);
            Return(reader);
            return result;
        }
        catch (SqliteException failure)
        {
            reader?.Dispose();
            throw SqliteErrors.Describe(database.Name, failure);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader)) reader.Dispose();
    }

    private void Return(SqliteReader reader)
    {
        if (idle.Count < MaxIdle) idle.Add(reader);
        else reader.Dispose();
    }
}
