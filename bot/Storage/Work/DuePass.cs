namespace IntroBot.Storage.Work;

/// <summary>What one look at everything due came to, and what it left.</summary>
internal sealed class DuePass
{
    private readonly Dictionary<string, string> failed = [];

    /// <summary>Whether anything was done, so that more may have become due.</summary>
    public bool Worked { get; private set; }

    /// <summary>Since when the oldest row is left that should have been done by now; null when there is none.</summary>
    public DateTimeOffset? LateSince { get; private set; }

    /// <summary>Partitions nobody can handle as they are, each with what went wrong.</summary>
    public IReadOnlyDictionary<string, string> Failed => failed;

    public void Add(DueCheckResult end)
    {
        Worked |= end.Worked;
        if (end.LateSince is { } since)
        {
            LateSince = LateSince < since ? LateSince : since;
        }

        if (end.Failure is { } failure)
        {
            failed[end.Partition] = failure;
        }
    }
}
