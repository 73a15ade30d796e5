using System.Collections.Immutable;
using IntroBot.Decisions;
using IntroBot.Storage.Commits;

namespace IntroBot.Storage.Work;

/// <summary>One thing to do for a partition.</summary>
internal abstract record SessionWork;

/// <summary>
/// What one commit left to do: messages, lines for the log, and due rows to take away once that is done; with it the state it stored, if
/// there is one, and the receipts it saw.
/// </summary>
internal sealed record CommittedWork(string Partition, Aggregate? State, DateTimeOffset At) : SessionWork
{
    public ImmutableArray<OutboxRow> Rows { get; init; } = [];

    public LogLines Log { get; init; } = new(0, []);

    public ImmutableArray<string> DueRows { get; init; } = [];

    public ImmutableDictionary<string, string> Receipts { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A look because of a due row, and what it came to.</summary>
internal sealed record DueCheck(DueRow Row) : SessionWork
{
    public TaskCompletionSource<DueCheckResult> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// What a look at a due row came to: whether anything was done;
/// since when a row is late that it had to leave; and what went wrong, if anything.
/// </summary>
internal sealed record DueCheckResult(string Partition, bool Worked, DateTimeOffset? LateSince = null, string? Failure = null);
