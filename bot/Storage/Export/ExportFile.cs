namespace IntroBot.Storage.Export;

/// <summary>
/// A file being written, readable by its owner only. It has a temporary name beside its path until it is complete, and is deleted unless it
/// is kept.
/// </summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private readonly string path, partial;
    private readonly FileStream stream;

    private ExportFile(string path)
    {
        this.path = path;
        partial = $"{path}.{Guid.NewGuid():N}.partial";
        stream = TranslateErrors(() => new FileStream(partial, Options()));
    }

    public static ExportFile Create(string path) => new(path);

    /// <summary>Truncates the file; buffered bytes are flushed first, which may fail.</summary>
    public Stream Rewind() => TranslateErrors(() =>
    {
        stream.Position = 0;
        stream.SetLength(0);
        return stream;
    });

    /// <summary>Moves the file to its path once it is on disk; never replaces an existing file.</summary>
    public async Task CompleteAsync(CancellationToken token)
    {
        await TranslateErrorsAsync(() => stream.FlushAsync(token));
        TranslateErrors(() =>
        {
            stream.Flush(flushToDisk: true);
            return true;
        });
        if (Path.Exists(path)) throw ExportErrors.AlreadyExists(path);
        TranslateErrors(() =>
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
            // The failed write has been reported already.
        }

        File.Delete(partial);
    }

    public async Task TranslateErrorsAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception failure) when (IsIoFailure(failure))
        {
            throw ExportErrors.Writing(path, failure);
        }
    }

    private T TranslateErrors<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (IsIoFailure(failure))
        {
            throw ExportErrors.Writing(path, failure);
        }
    }

    private static bool IsIoFailure(Exception failure) => failure is IOException or UnauthorizedAccessException;

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
