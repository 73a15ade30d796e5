using IntroBot.Platforms;

namespace IntroBot.Tests.Stories;

/// <summary>A platform in memory: keeps what arrives in its order, and refuses, stalls or breaks when it is told to.</summary>
internal sealed class FakeMessenger : IMessenger
{
    private readonly Lock gate = new();
    private readonly List<Envelope> delivered = [];

    /// <summary>What the platform says to an envelope before it takes it; null takes it.</summary>
    public Func<Envelope, SendResult<string>?> Answer { get; set; } = _ => null;

    public IReadOnlyList<Envelope> Delivered
    {
        get
        {
            lock (gate)
            {
                return [.. delivered];
            }
        }
    }

    public string Platform => "test";

    public bool Serves(WorkspaceId workspace) => true;

    public Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        if (Answer(envelope) is { } instead)
        {
            return Task.FromResult(instead);
        }

        lock (gate)
        {
            delivered.Add(envelope);
        }

        return Task.FromResult<SendResult<string>>(new SendResult<string>.Sent(envelope.Replaces ?? $"receipt-of-{envelope.MessageId}"));
    }

    public Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        Task.FromResult<SendResult<string?>>(
            new SendResult<string?>.Sent(
                Delivered.Any(envelope => envelope.MessageId == messageId) ? $"receipt-of-{messageId}" : null));

    /// <summary>Everything that reached a person or changed before their eyes, as text, oldest first.</summary>
    public IReadOnlyList<string> TextsTo(PersonRef who) =>
    [
        .. Delivered
            .Where(envelope => envelope.To switch
            {
                Destination.Direct direct => direct.Who == who,
                Destination.Meeting meeting => meeting.People.Contains(who),
                _ => false,
            })
            .Select(envelope => PlainText.Of(envelope.Card)),
    ];

    /// <summary>The cards a person has in the chat with the bot, each as it looks now.</summary>
    public IReadOnlyList<Card> ChatOf(PersonRef who) => Cards(envelope => envelope.To is Destination.Direct direct && direct.Who == who);

    /// <summary>The cards of a givers' channel, each as it looks now.</summary>
    public IReadOnlyList<Card> ChannelOf(string channel) =>
        Cards(envelope => envelope.To is Destination.GiversChannel to && to.Channel == channel);

    /// <summary>The cards of the shared conversation of two people.</summary>
    public IReadOnlyList<Card> MeetingOf(PersonRef one, PersonRef other) =>
        Cards(envelope => envelope.To is Destination.Meeting meeting && meeting.People.Contains(one) && meeting.People.Contains(other));

    private IReadOnlyList<Card> Cards(Func<Envelope, bool> isThere)
    {
        var cards = new List<(string Receipt, Card Card)>();
        foreach (var envelope in Delivered.Where(isThere))
        {
            var at = cards.FindIndex(card => card.Receipt == envelope.Replaces);
            if (at >= 0)
            {
                cards[at] = (cards[at].Receipt, envelope.Card);
            }
            else
            {
                cards.Add(($"receipt-of-{envelope.MessageId}", envelope.Card));
            }
        }

        return [.. cards.Select(card => card.Card)];
    }
}
