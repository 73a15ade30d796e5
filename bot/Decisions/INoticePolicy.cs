namespace IntroBot.Decisions;

/// <summary>How a story handles its stored decisions: whether and how a notice is sent, its delivery, and due timers.</summary>
public interface INoticePolicy<TState>
{
    /// <summary>Decides by the current state, right before a notice is sent.</summary>
    Task<SendDecision> DecideSendAsync(TState state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token);

    /// <summary>Decides after the platform has accepted the notice.</summary>
    Decision<TState> OnDelivered(TState state, Outgoing.Notice notice, DateTimeOffset now);

    /// <summary>Decides when the notice can never be delivered.</summary>
    Decision<TState> OnUndeliverable(TState state, Outgoing.Notice notice, DateTimeOffset now);

    /// <summary>Decides when a timer is due.</summary>
    Decision<TState> OnTimer(TState state, DueTimer timer, DateTimeOffset now);
}

/// <summary>Whether a notice is still sent.</summary>
public abstract record SendDecision
{
    private SendDecision() { }

    /// <summary>Send it as this card.</summary>
    public sealed record Send(Card Card) : SendDecision;

    /// <summary>Send it later: the person has quiet hours.</summary>
    public sealed record Postpone(DateTimeOffset Until) : SendDecision;

    /// <summary>Do not send it: it is obsolete.</summary>
    public sealed record Cancel : SendDecision;

    /// <summary>The recipient does not take it any more.</summary>
    public sealed record RecipientOptedOut : SendDecision;
}

/// <summary>Runs effects of one part of the story on another; every effect may run twice.</summary>
public interface IEffects
{
    /// <summary>Runs an effect for <paramref name="by"/>, the current state that caused it.</summary>
    Task RunAsync(Outgoing effect, Aggregate by, CancellationToken token);
}
