using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Explains in one sentence what is wrong with a SQLite database and what to do.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11;
    private const int Full = 13, CannotOpen = 14, Protocol = 15, NotADatabase = 26;

    public static StoreUnusableException Describe(string path, SqliteException failure) => new(failure.SqliteErrorCode switch
    {
        Busy or Locked => $"'{path}' stayed locked by another program: close the program that has it open.",
        ReadOnly => $"'{path}' cannot be written: give IntroBot's user the right to write the file and its folder.",
        InputOutput => $"Reading or writing '{path}' failed: check the disk, or set Storage:SqlitePath to a file on a local one.",
        Corrupt or NotADatabase => Damaged(path),
        Full => $"The disk with '{path}' is full: make room, and start IntroBot again where it has ended.",
        CannotOpen => $"'{path}' cannot be opened: set Storage:SqlitePath to a file in a folder that IntroBot's user may write.",
        Protocol => NotLocal(path),
        _ =>
            $"'{path}' cannot be used (SQLite error {failure.SqliteErrorCode}): "
                + "set Storage:SqlitePath to another file, or restore this one from a backup.",
    }, failure)
    {
        Fault = failure.SqliteErrorCode switch { Full => StoreFault.Full, ReadOnly => StoreFault.Forbidden, _ => StoreFault.Other },
    };

    public static string Damaged(string path) =>
        $"'{path}' is damaged or no SQLite database: restore it from a backup, or move it away to start with an empty one.";

    public static string NotLocal(string path) =>
        $"'{path}' is on a disk that does not support a write-ahead log, such as a network share: "
            + "set Storage:SqlitePath to a file on a local disk.";

    public static string NoFolder(string path) =>
        $"The folder of '{path}' cannot be created: set Storage:SqlitePath to a file in a folder that IntroBot's user may write.";
}
