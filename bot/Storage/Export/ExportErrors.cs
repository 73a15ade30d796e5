namespace IntroBot.Storage.Export;

/// <summary>Explains in one sentence what is wrong with an export file and what to do.</summary>
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
        new($"'{path}' is damaged, its checksum does not match: take another copy of it, or an older export.");

    public static ExportUnusableException AlreadyExists(string path) =>
        new($"'{path}' already exists: name a new file, because an export overwrites nothing.");

    /// <summary>A failure while a file was created or written.</summary>
    public static ExportUnusableException Writing(string path, Exception failure) => new(
        failure switch
        {
            UnauthorizedAccessException =>
                $"'{path}' cannot be written: give IntroBot's user the right to write in its folder, or name another.",
            DirectoryNotFoundException => $"The folder of '{path}' does not exist: create it, or name another.",
            _ => $"'{path}' cannot be written: check that its disk works and has room, or name a file on another.",
        },
        failure);

    /// <summary>A failure while a file was opened or read.</summary>
    public static ExportUnusableException Reading(string path, Exception failure) => new(
        failure switch
        {
            FileNotFoundException or DirectoryNotFoundException =>
                $"'{path}' does not exist: name a file that 'export' has written.",
            UnauthorizedAccessException =>
                $"'{path}' cannot be read: check that it is a file, and give IntroBot's user the right to read it.",
            _ => $"Reading '{path}' failed: check that it is an ordinary file on a disk that works.",
        },
        failure);
}
