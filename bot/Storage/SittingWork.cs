using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>One thing to do for a partition.</summary>
internal abstract record SittingWork;

/// <summary>
/// What one commit left to do: messages, lines for the log, and due rows to take away once that is done; with it the state it stored, and the
/// receipts it saw.
/// </summary>
internal sealed record OutboxBatch(string Partition, Kept State, DateTimeOffset At) : SittingWork
{
    public ImmutableArray<OutboxRow> Rows { get; init; } = [];

    public LogLines Log { get; init; } = new(0, []);

    public ImmutableArray<string> DueRows { get; init; } = [];

    public ImmutableDictionary<string, string> Receipts { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A look because of a due row, and whether anything was done then.</summary>
internal sealed record DueLook(DueRow Row) : SittingWork
{
    public TaskCompletionSource<bool> Worked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
