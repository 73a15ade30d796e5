namespace IntroBot.Platforms;

/// <summary>
/// Work for a person, or for a workspace, that must survive a crash: done in its order by whichever
/// instance lives, one queue for each owner.
/// </summary>
internal interface IWorkQueue
{
    /// <summary>
    /// Keeps work and begins it at once; false where something was kept under this idempotency key before. Without work, the key alone is
    /// kept. Work of an id of its own that is still to be done is done once, under however many keys it is asked for.
    /// </summary>
    Task<bool> AddAsync(WorkOwner owner, string key, QueuedWork? work, CancellationToken token);

    /// <summary>Whether something was kept under this idempotency key in the last days.</summary>
    Task<bool> HasAsync(WorkOwner owner, string key, CancellationToken token);

    /// <summary>Whether work of a kind waits in this process for this owner, which whatever comes next must not overtake.</summary>
    bool HasPending(WorkOwner owner, string kind);

    /// <summary>How much work of a kind waits in this process for a workspace.</summary>
    int CountIn(WorkspaceId workspace, string kind);
}

/// <summary>Whom work is about: a person of a workspace, or the workspace itself.</summary>
internal sealed record WorkOwner(WorkspaceId Workspace, string User = "");

/// <summary>Work of a kind that a handler knows, with what it needs written out.</summary>
internal sealed record QueuedWork(string Kind, string Body)
{
    /// <summary>Nothing where the idempotency key is its id.</summary>
    public string? Id { get; init; }
}

/// <summary>Does the work of one kind; all of it may have been done already where an earlier attempt died.</summary>
internal interface IWorkHandler
{
    string Kind { get; }

    Task<WorkResult> RunAsync(WorkItem item, CancellationToken token);
}

/// <summary>
/// Work whose turn has come. <paramref name="Id"/> is stable over every attempt; <paramref name="Attempt"/> counts from 1, and does not
/// count what was only put off.
/// </summary>
internal sealed record WorkItem(WorkOwner Owner, string Id, string Body, DateTimeOffset Since, int Attempt)
{
    /// <summary>What the log calls it: no words of people.</summary>
    public string Label => $"{Owner.Workspace}|{Owner.User} {Id}";
}

/// <summary>What became of one attempt.</summary>
internal abstract record WorkResult
{
    private WorkResult() { }

    /// <summary>There is nothing left to do.</summary>
    public sealed record Done : WorkResult;

    /// <summary>Not done, and worth another try later.</summary>
    public sealed record RetryAfter(TimeSpan After) : WorkResult;

    /// <summary>It may have been done: the next attempt looks first, where the platform allows it.</summary>
    public sealed record Unknown : WorkResult;
}
