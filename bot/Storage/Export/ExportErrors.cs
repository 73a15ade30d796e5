namespace IntroBot.Storage.Export;

/// <summary>Says in one sentence what is wrong with the file of an export and what to do about it.</summary>
internal static class ExportErrors
{
    public static ExportUnusableException NotAnExport(string path) =>
        new($"'{path}' is no export of IntroBot: name a file that 'export' has written.");

    public static ExportUnusableException Newer(string path, string program) =>
        new($"'{path}' was written by IntroBot {program}, in a newer form than this one reads: import it with that version.");

    public static ExportUnusableException CutShort(string path) =>
        new($"'{path}' ends too early: take another copy of it, or an older export.");

    public static ExportUnusableException Damaged(string path, long line) =>
        new($"'{path}' is damaged in line {line}: take another copy of it, or an older export.");

    public static ExportUnusableException Changed(string path) =>
        new($"'{path}' is damaged, its checksum is another one: take another copy of it, or an older export.");

    public static ExportUnusableException IsThere(string path) =>
        new($"'{path}' is there already: name a new file, for an export overwrites nothing.");

    /// <summary>What went wrong while a file was made or written.</summary>
    public static ExportUnusableException Writing(string path, Exception trouble) => new(
        trouble switch
        {
            UnauthorizedAccessException =>
                $"'{path}' cannot be written: give IntroBot's user the right to write in its folder, or name another.",
            DirectoryNotFoundException => $"The folder of '{path}' is not there: make it, or name another.",
            _ => $"'{path}' cannot be written: see that its disk works and has room, or name a file on another.",
        },
        trouble);

    /// <summary>What went wrong while a file was opened or read.</summary>
    public static ExportUnusableException Reading(string path, Exception trouble) => new(
        trouble switch
        {
            FileNotFoundException or DirectoryNotFoundException =>
                $"'{path}' is not there: name a file that 'export' has written.",
            UnauthorizedAccessException =>
                $"'{path}' cannot be read: see that it is a file, and give IntroBot's user the right to read it.",
            _ => $"Reading '{path}' failed: see that it is an ordinary file on a disk that works.",
        },
        trouble);
}
