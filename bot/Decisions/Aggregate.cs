namespace IntroBot.Decisions;

/// <summary>A stored state with its timers and its revision.</summary>
public abstract record Aggregate
{
    [JsonPropertyName("Wakeups")]
    public ImmutableArray<DueTimer> Timers { get; init; } = [];

    /// <summary>
    /// The revision this was read from or stored as; a decision about it is stored only while none is newer. Null before it is first
    /// stored.
    /// </summary>
    internal Revision? Revision { get; init; }

    /// <summary>Two states are equal by content, whatever their revisions.</summary>
    public virtual bool Equals(Aggregate? other) =>
        other is not null && EqualityContract == other.EqualityContract && Timers.SequenceEqual(other.Timers);

    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>
/// One revision of a state: <paramref name="ETag"/> changes with each, <paramref name="Version"/> counts them, and
/// <paramref name="DueRows"/> are the due rows of its timers, in their order.
/// </summary>
internal sealed record Revision(string ETag, int Version, ImmutableArray<string> DueRows);
