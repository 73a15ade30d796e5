using IntroBot.Chat.Interactions;
using IntroBot.Platforms;

namespace IntroBot.Storage.Work;

/// <summary>Chooses the messenger of a workspace's platform.</summary>
internal sealed class Messengers(IEnumerable<IMessenger> all)
{
    public Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token) =>
        Of(envelope.Workspace) is { } messenger
            ? messenger.DeliverAsync(envelope, token)
            : NoMessenger;

    public Task<Delivery> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        Of(workspace) is { } messenger
            ? messenger.FindAsync(messageId, workspace, to, token)
            : NoMessenger;

    public void Stored(Envelope envelope) => Of(envelope.Workspace)?.Stored(envelope);

    private static Task<Delivery> NoMessenger => Task.FromResult<Delivery>(new Delivery.TryLater(TimeSpan.FromHours(1)));

    private IMessenger? Of(WorkspaceId workspace) => all.FirstOrDefault(messenger => messenger.Serves(workspace));
}
