using System.Net;

namespace IntroBot.Tests.Operations.Scenes;

/// <summary>A body that is begun and not finished until a test lets it: half a request is all the program has meanwhile.</summary>
internal sealed class GatedContent(byte[] body) : HttpContent
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the program reads; the request has to ask whether it may go on.</summary>
    public Task Begun => begun.Task;

    public void Open() => open.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
        await stream.FlushAsync();
        begun.TrySetResult();
        await open.Task;
        await stream.WriteAsync(body.AsMemory(body.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
