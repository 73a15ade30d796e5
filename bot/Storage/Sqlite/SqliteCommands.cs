using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Extension methods for SQLite connections and commands.</summary>
[SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities",
    Justification = "Only names of tables and columns are interpolated, "
        + "checked by TableLimits to be ASCII letters, digits and underscores.")]
internal static class SqliteCommands
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string? Query(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    /// <summary>A statement prepared once, with <paramref name="parameters"/> parameters <c>$0</c>, <c>$1</c> and so on.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 0; at < parameters; at++) command.Parameters.Add(new SqliteParameter($"${at}", SqliteType.Text));
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<string> values)
    {
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at];
        return command;
    }
}
