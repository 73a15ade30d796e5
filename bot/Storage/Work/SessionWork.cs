using IntroBot.Storage.Commits;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>One piece of work for a partition.</summary>
internal abstract record SessionWork;

/// <summary>
/// The work that one commit leaves: messages, lines for the log, and due rows to delete afterwards; with it the state it stored, if any,
/// and the receipts it read.
/// </summary>
internal sealed record CommittedWork(string Partition, Aggregate? State, DateTimeOffset At) : SessionWork
{
    public ImmutableArray<OutboxRow> Rows { get; init; } = [];

    public LogLines Log { get; init; } = new(0, []);

    public ImmutableArray<string> DueRows { get; init; } = [];

    public ImmutableDictionary<string, string> Receipts { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>The check of a due row, and its result.</summary>
internal sealed record DueCheck(DueRow Row) : SessionWork
{
    public TaskCompletionSource<DueCheckResult> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// The result of checking a due row: whether any work was done, since when a remaining row is overdue, and the failure, if any.
/// </summary>
internal sealed record DueCheckResult(string Partition, bool Worked, DateTimeOffset? LateSince = null, string? Failure = null);
