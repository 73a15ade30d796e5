using IntroBot.Chat;

namespace IntroBot.Decisions;

/// <summary>
/// What a story says about its own decisions once they are stored: cards at the moment they leave, deliveries, moments come due.
/// </summary>
public interface IFollowThrough<TState>
{
    /// <summary>Looks at the state once more, right before words leave.</summary>
    Task<Departure> DepartAsync(TState state, Outgoing.Notice notice, DateTimeOffset now, CancellationToken token);

    /// <summary>The notice is with the platform.</summary>
    Decision<TState> Delivered(TState state, Outgoing.Notice notice, DateTimeOffset now);

    /// <summary>The notice can never be delivered.</summary>
    Decision<TState> Undeliverable(TState state, Outgoing.Notice notice, DateTimeOffset now);

    /// <summary>A promised moment has come.</summary>
    Decision<TState> Woken(TState state, Wakeup wakeup, DateTimeOffset now);
}

/// <summary>Whether words still leave.</summary>
public abstract record Departure
{
    private Departure() { }

    /// <summary>They leave, looking like this.</summary>
    public sealed record Go(Card Card) : Departure;

    /// <summary>Not yet: the person rests.</summary>
    public sealed record Wait(DateTimeOffset Until) : Departure;

    /// <summary>Nobody needs them any more.</summary>
    public sealed record Drop : Departure;

    /// <summary>The person they were for is no longer there for them.</summary>
    public sealed record Unwelcome : Departure;
}

/// <summary>Carries out what one part of the story asks of another; every effect may run twice.</summary>
public interface IEffects
{
    /// <summary>Runs what <paramref name="by"/>, as it stands now, asked for.</summary>
    Task RunAsync(Outgoing effect, Kept by, CancellationToken token);
}
