using IntroBot.Chat.Cards;

namespace IntroBot.Decisions;

/// <summary>
/// What a story says about its own decisions once they are stored: cards at the moment they leave, deliveries, moments come due.
/// </summary>
public interface INoticePolicy<TState>
{
    /// <summary>Looks at the state once more, right before words leave.</summary>
    Task<SendDecision> DecideSendAsync(TState state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token);

    /// <summary>The notice is with the platform.</summary>
    Decision<TState> OnDelivered(TState state, Outgoing.Notice notice, DateTimeOffset now);

    /// <summary>The notice can never be delivered.</summary>
    Decision<TState> OnUndeliverable(TState state, Outgoing.Notice notice, DateTimeOffset now);

    /// <summary>A promised moment has come.</summary>
    Decision<TState> OnTimer(TState state, DueTimer timer, DateTimeOffset now);
}

/// <summary>Whether words still leave.</summary>
public abstract record SendDecision
{
    private SendDecision() { }

    /// <summary>They leave, looking like this.</summary>
    public sealed record Send(Card Card) : SendDecision;

    /// <summary>Not yet: the person rests.</summary>
    public sealed record Postpone(DateTimeOffset Until) : SendDecision;

    /// <summary>Nobody needs them any more.</summary>
    public sealed record Cancel : SendDecision;

    /// <summary>The person they were for is no longer there for them.</summary>
    public sealed record RecipientOptedOut : SendDecision;
}

/// <summary>Carries out what one part of the story asks of another; every effect may run twice.</summary>
public interface IEffects
{
    /// <summary>Runs what <paramref name="by"/>, as it stands now, asked for.</summary>
    Task RunAsync(Outgoing effect, Aggregate by, CancellationToken token);
}
