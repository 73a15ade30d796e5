using IntroBot.Chat;

namespace IntroBot.Storage;

/// <summary>Chooses the messenger of a workspace's platform.</summary>
internal sealed class Messengers(IEnumerable<IMessenger> all)
{
    public Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token) =>
        Of(envelope) is { } messenger
            ? messenger.DeliverAsync(envelope, token)
            : Task.FromResult<Delivery>(new Delivery.TryLater(TimeSpan.FromHours(1)));

    public void Stored(Envelope envelope) => Of(envelope)?.Stored(envelope);

    private IMessenger? Of(Envelope envelope) => all.FirstOrDefault(messenger => messenger.Serves(envelope.Workspace));
}
