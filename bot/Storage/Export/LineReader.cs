using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace IntroBot.Storage.Export;

/// <summary>Reads the lines of an export; text without a final line break is dropped.</summary>
internal static class LineReader
{
    /// <summary>Well above the largest row of a store: half a million characters, each of them escaped.</summary>
    private const int MaxBytes = 8 * 1024 * 1024;

    private const byte LineBreak = (byte)'\n';

    public static async IAsyncEnumerable<Line> ReadAsync(FileStream file, [EnumeratorCancellation] CancellationToken token)
    {
        var (length, at) = (Rewind(file), 0L);
        var pipe = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        for (var isComplete = false; !isComplete;)
        {
            var read = await TranslateErrorsAsync(file, () => pipe.ReadAsync(token).AsTask());
            var rest = read.Buffer;
            while (rest.PositionOf(LineBreak) is { } end)
            {
                var line = rest.Slice(0, rest.GetPosition(1, end));
                rest = rest.Slice(line.End);
                yield return new Line(line.ToArray(), (at += line.Length) == length);
            }

            if (rest.Length > MaxBytes) throw ExportErrors.NotAnExport(file.Name);
            isComplete = read.IsCompleted;
            pipe.AdvanceTo(rest.Start, rest.End);
        }

        await pipe.CompleteAsync();
    }

    private static long Rewind(FileStream file)
    {
        file.Position = 0;
        return file.Length;
    }

    private static async Task<T> TranslateErrorsAsync<T>(FileStream file, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.Reading(file.Name, failure);
        }
    }
}

/// <summary>A line with its line break; <paramref name="IsLast"/> when the file ends with it.</summary>
internal sealed record Line(byte[] Bytes, bool IsLast);
