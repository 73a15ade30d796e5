using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>One read connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private const int KeysAndETag = 3;
    private readonly Dictionary<string, SqliteCommand> statements = [];

    public TableRow? Find(string table, string partition, string row)
    {
        var rows = Read(Statement($"""SELECT * FROM "{table}" WHERE PartitionKey = $0 AND RowKey = $1""", 2).With(partition, row));
        return rows.Count == 0 ? null : rows[0];
    }

    public List<TableRow> Range(string table, string partition, string from, string before, int most) =>
        Read(Statement(
            $"""SELECT * FROM "{table}" WHERE PartitionKey = $0 AND RowKey >= $1 AND RowKey < $2 """
                + "ORDER BY RowKey LIMIT CAST($3 AS INTEGER)",
            4)
            .With(partition, from, before, most.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The rows after a given row, across all partitions.</summary>
    public List<TableRow> After(string table, string partition, string row, int most) =>
        Read(Statement(
            $"""SELECT * FROM "{table}" WHERE (PartitionKey, RowKey) > ($0, $1) ORDER BY PartitionKey, RowKey LIMIT CAST($2 AS INTEGER)""",
            3)
            .With(partition, row, most.ToString(CultureInfo.InvariantCulture)));

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Statement(string sql, int parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements[sql] = statement = connection.Prepared(sql, parameters);
        return statement;
    }

    private static List<TableRow> Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<TableRow>();
        string[]? names = null;
        while (reader.Read())
        {
            // Read the names after the first step: only then are columns included that another process has added.
            names ??= [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            var columns = new Dictionary<string, string>();
            for (var at = KeysAndETag; at < names.Length; at++)
                if (!reader.IsDBNull(at)) columns.Add(names[at], reader.GetString(at));
            rows.Add(new TableRow(reader.GetString(0), reader.GetString(1), columns, reader.GetString(2)));
        }
        return rows;
    }
}
