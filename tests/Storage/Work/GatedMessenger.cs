using IntroBot.Platforms;

namespace IntroBot.Tests.Storage.Work;

/// <summary>A platform that is slow for one program: each delivery that fits waits until the gate opens.</summary>
internal sealed class GatedMessenger(IMessenger inner, Func<Envelope, bool> fits) : IMessenger
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a delivery stands before the gate.</summary>
    public Task Arrived => arrived.Task;

    public void Open() => open.TrySetResult();

    public string Platform => inner.Platform;

    public bool Serves(WorkspaceId workspace) => inner.Serves(workspace);

    public Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        inner.FindAsync(messageId, workspace, to, token);

    public async Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        if (fits(envelope))
        {
            arrived.TrySetResult();
            await open.Task;
        }

        return await inner.DeliverAsync(envelope, token);
    }
}
