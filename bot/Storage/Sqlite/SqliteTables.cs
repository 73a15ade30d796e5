using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>The tables as the writing connection sees them: their columns and the prepared statements that change them.</summary>
/// <remarks>Every property has a column, so that any table browser shows a readable log.</remarks>
internal sealed class SqliteTables(SqliteConnection connection) : IDisposable
{
    /// <summary>Cached statements; rows with optional columns have many shapes, and preparing one takes microseconds.</summary>
    private const int MaxStatements = 256;
    private readonly Dictionary<string, SqliteCommand> statements = [];
    private readonly Dictionary<string, Dictionary<string, string>> columns = [];

    public void Create(string table) => connection.Execute(
        $"""
        CREATE TABLE IF NOT EXISTS "{table}" (PartitionKey TEXT NOT NULL, RowKey TEXT NOT NULL, ETag TEXT NOT NULL,
            PRIMARY KEY (PartitionKey, RowKey)) WITHOUT ROWID
        """);

    public string? ETagOf(string table, string partition, string row) =>
        Statement($"""SELECT ETag FROM "{table}" WHERE PartitionKey = $0 AND RowKey = $1""", 2)
            .With(partition, row).ExecuteScalar() as string;

    public void Put(string table, string partition, string row, IReadOnlyDictionary<string, string> values, string etag)
    {
        var names = string.Concat(values.Keys.Select(name => $", \"{name}\""));
        var marks = string.Concat(Enumerable.Range(3, values.Count).Select(at => $", ${at}"));
        Statement($"""REPLACE INTO "{table}" (PartitionKey, RowKey, ETag{names}) VALUES ($0, $1, $2{marks})""", values.Count + 3)
            .With([partition, row, etag, .. values.Values]).ExecuteNonQuery();
    }

    public void Delete(string table, string partition, string row) =>
        Statement($"""DELETE FROM "{table}" WHERE PartitionKey = $0 AND RowKey = $1""", 2).With(partition, row).ExecuteNonQuery();

    /// <summary>Adds missing columns to a table; must run inside the write transaction.</summary>
    public void Widen(string table, IEnumerable<string> names)
    {
        if (!columns.TryGetValue(table, out var known)) columns[table] = known = Columns(table);
        foreach (var name in names)
        {
            if (!known.TryGetValue(name, out var existing) && !(columns[table] = known = Columns(table)).TryGetValue(name, out existing))
            {
                connection.Execute($"""ALTER TABLE "{table}" ADD COLUMN "{name}" TEXT""");
                known[name] = existing = name;
            }
            if (existing != name)
                throw new ArgumentException($"Column names must differ by more than case for SQLite: '{name}' and '{existing}'.");
        }
    }

    /// <summary>Clears the column cache, which a rollback makes stale.</summary>
    public void ClearCache() => columns.Clear();

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
    }

    private Dictionary<string, string> Columns(string table)
    {
        using var command = connection.Prepared("SELECT name FROM pragma_table_info($0)", 1).With(table);
        using var reader = command.ExecuteReader();
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read()) found.Add(reader.GetString(0), reader.GetString(0));
        return found;
    }

    private SqliteCommand Statement(string sql, int parameters)
    {
        if (statements.TryGetValue(sql, out var statement)) return statement;
        if (statements.Count == MaxStatements) Dispose();
        return statements[sql] = connection.Prepared(sql, parameters);
    }
}
