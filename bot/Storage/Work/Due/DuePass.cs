namespace IntroBot.Storage.Work.Due;

/// <summary>The result of one pass over everything due.</summary>
internal sealed class DuePass
{
    private readonly Dictionary<string, string> failed = [];

    /// <summary>Whether any work was done, so that more may have become due.</summary>
    public bool Worked { get; private set; }

    /// <summary>Since when the oldest remaining row is overdue; null when none is.</summary>
    public DateTimeOffset? LateSince { get; private set; }

    /// <summary>Partitions whose check failed, each with its failure.</summary>
    public IReadOnlyDictionary<string, string> Failed => failed;

    public void Add(DueCheckResult result)
    {
        Worked |= result.Worked;
        if (result.LateSince is { } since)
        {
            LateSince = LateSince < since ? LateSince : since;
        }

        if (result.Failure is { } failure)
        {
            failed[result.Partition] = failure;
        }
    }
}
