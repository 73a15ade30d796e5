using IntroBot.Platforms;

namespace IntroBot.Storage.Work;

/// <summary>Chooses the messenger of a workspace's platform.</summary>
internal sealed class Messengers(IEnumerable<IMessenger> all)
{
    private static readonly TimeSpan UnservedDelay = TimeSpan.FromHours(1);

    public Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token) =>
        Of(envelope.Workspace) is { } messenger
            ? messenger.DeliverAsync(envelope, token)
            : Unserved<string>();

    public Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        Of(workspace) is { } messenger
            ? messenger.FindAsync(messageId, workspace, to, token)
            : Unserved<string?>();

    public void Stored(Envelope envelope) => Of(envelope.Workspace)?.Stored(envelope);

    /// <summary>The workspace is of a platform that this program is not configured for at the moment.</summary>
    private static Task<SendResult<T>> Unserved<T>() => Task.FromResult<SendResult<T>>(new SendResult<T>.RetryAfter(UnservedDelay));

    private IMessenger? Of(WorkspaceId workspace) => all.FirstOrDefault(messenger => messenger.Serves(workspace));
}
