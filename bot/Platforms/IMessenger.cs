namespace IntroBot.Platforms;

/// <summary>
/// Brings words to people on one platform; the same envelope may arrive twice and is then posted once where the platform allows it.
/// </summary>
public interface IMessenger
{
    /// <summary>The platform, as the log calls it.</summary>
    string Platform { get; }

    bool Serves(WorkspaceId workspace);

    /// <summary>Posts or changes a message and gives its receipt.</summary>
    Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token);

    /// <summary>
    /// The receipt of a message that is no longer wanted but that an earlier attempt may have posted, so that it can be changed; null
    /// where it is not found, and on a platform whose history cannot be read.
    /// </summary>
    Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        Task.FromResult<SendResult<string?>>(new SendResult<string?>.Sent(null));

    /// <summary>What follows from a delivery is stored: a platform that shows it elsewhere too, as at home, can show it now.</summary>
    void Stored(Envelope envelope) { }
}

/// <summary>
/// One message on its way. <paramref name="MessageId"/> is stable over every attempt; <paramref name="Attempt"/> counts from 1, and from 2
/// on the platform may already have the message. <paramref name="Replaces"/> is the receipt of the message this one takes the place of.
/// </summary>
public sealed record Envelope(string MessageId, WorkspaceId Workspace, Destination To, Card Card, string? Replaces, int Attempt);
