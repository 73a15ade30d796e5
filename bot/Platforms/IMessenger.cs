using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;

namespace IntroBot.Platforms;

/// <summary>
/// Brings words to people on one platform; the same envelope may arrive twice and is then posted once where the platform allows it.
/// </summary>
public interface IMessenger
{
    /// <summary>The platform, as the log calls it.</summary>
    string Platform { get; }

    bool Serves(WorkspaceId workspace);

    Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token);

    /// <summary>
    /// Looks for a message that nobody needs any more, but that an earlier attempt may have brought: a receipt lets it change into what
    /// came of it. Refused where it is not there, and on a platform that lets nobody look.
    /// </summary>
    Task<Delivery> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        Task.FromResult<Delivery>(new Delivery.Refused("nobody can look"));

    /// <summary>What follows from a delivery is stored: a platform that shows it elsewhere too, as at home, can show it now.</summary>
    void Stored(Envelope envelope) { }
}

/// <summary>
/// One message on its way. <paramref name="MessageId"/> is stable over every attempt; <paramref name="Attempt"/> counts from 1, and from 2
/// on the platform may already have the message. <paramref name="Replaces"/> is the receipt of the message this one takes the place of.
/// </summary>
public sealed record Envelope(string MessageId, WorkspaceId Workspace, Destination To, Card Card, string? Replaces, int Attempt);

/// <summary>What became of a delivery.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The platform has it; the receipt finds it again (a Slack timestamp, a Teams activity id).</summary>
    public sealed record Done(string Receipt) : Delivery;

    /// <summary>Not now: too many requests, or the platform is down.</summary>
    public sealed record TryLater(TimeSpan After) : Delivery;

    /// <summary>Nobody knows whether it arrived: the next attempt looks first.</summary>
    public sealed record Unsure(TimeSpan After) : Delivery;

    /// <summary>Never: this person or place cannot be reached.</summary>
    public sealed record Refused(string Why) : Delivery;
}
