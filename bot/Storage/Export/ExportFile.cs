namespace IntroBot.Storage.Export;

/// <summary>
/// A file on its way: nobody but its owner may read it, and until it is complete it lies beside its place under another name,
/// from where it goes when nobody keeps it.
/// </summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private readonly string path, partial;
    private readonly FileStream stream;

    private ExportFile(string path)
    {
        this.path = path;
        partial = $"{path}.{Guid.NewGuid():N}.partial";
        stream = Tell(() => new FileStream(partial, Options()));
    }

    public static ExportFile Create(string path) => new(path);

    /// <summary>The file made empty; what still waits in memory goes to the disk first, and may not fit.</summary>
    public Stream Again() => Tell(() =>
    {
        stream.Position = 0;
        stream.SetLength(0);
        return stream;
    });

    /// <summary>Puts it in its place once it is on the disk; whatever has come there meanwhile stays.</summary>
    public async Task KeepAsync(CancellationToken token)
    {
        await TellAsync(() => stream.FlushAsync(token));
        Tell(() =>
        {
            stream.Flush(flushToDisk: true);
            return true;
        });
        if (Path.Exists(path)) throw ExportErrors.IsThere(path);
        Tell(() =>
        {
            File.Move(partial, path);
            return true;
        });
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // What could not be written any more was told when it was written.
        }

        File.Delete(partial);
    }

    public async Task TellAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception trouble) when (IsOne(trouble))
        {
            throw ExportErrors.Writing(path, trouble);
        }
    }

    private T Tell<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception trouble) when (IsOne(trouble))
        {
            throw ExportErrors.Writing(path, trouble);
        }
    }

    private static bool IsOne(Exception trouble) => trouble is IOException or UnauthorizedAccessException;

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
