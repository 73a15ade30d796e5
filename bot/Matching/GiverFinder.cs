using IntroBot.Coaching;
using IntroBot.Givers;

namespace IntroBot.Matching;

/// <summary>Finds the givers who fit an ask and may be asked now.</summary>
public sealed partial class GiverFinder(IGiverStore givers, TimeProvider clock, ILogger<GiverFinder> logger)
{
    /// <summary>Givers read per index key; where more are listed, the seed selects which.</summary>
    private const int MaxPerKey = 1000;

    /// <summary>Givers read at a time, best fits first, until at least one is available.</summary>
    private const int ReadAtOnce = 40;
    private const int MaxRead = 400;
    private const int MaxNames = 4;

    /// <summary>
    /// Returns the best giver first, without those of <paramref name="past"/>. Among equal fits <paramref name="sampleSeed"/> decides the
    /// order.
    /// </summary>
    public async Task<ImmutableArray<Candidate>> FindAsync(
        Person asker, Ask ask, IReadOnlyCollection<PersonRef> past, string sampleSeed, CancellationToken token)
    {
        var listed = new Dictionary<string, ImmutableArray<PersonRef>>(StringComparer.Ordinal);
        foreach (var key in IndexKeys(ask))
        {
            listed[key] = await givers.IndexedUnderAsync(asker.Ref.Workspace, key, MaxPerKey, sampleSeed, token);
        }

        var counts = listed.ToDictionary(each => each.Key, each => each.Value.Length, StringComparer.Ordinal);
        var ranked = listed
            .SelectMany(each => each.Value.Select(who => (Who: who, Weight: Ranking.Weight(each.Value.Length))))
            .Where(each => each.Who != asker.Ref && !past.Contains(each.Who))
            .GroupBy(each => each.Who, each => each.Weight)
            .OrderByDescending(group => group.Sum())
            .ThenBy(group => SampleOrder(sampleSeed, group.Key.Id))
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(MaxRead);

        var now = clock.GetUtcNow();
        foreach (var batch in ranked.Chunk(ReadAtOnce))
        {
            if (Ranking.Order(ask, await AvailableAsync(batch, asker.Ref, now, token), counts, now) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return [];
    }

    private async Task<List<Giver>> AvailableAsync(
        IEnumerable<PersonRef> batch, PersonRef asker, DateTimeOffset now, CancellationToken token)
    {
        var available = new List<Giver>();
        foreach (var who in batch)
        {
            if (await ReadAsync(who, token) is { } giver && GiverProtection.Against(giver, asker, now) is null)
            {
                available.Add(giver);
            }
        }

        return available;
    }

    /// <summary>Null where the giver's state cannot be read: the ask goes to the others.</summary>
    private async Task<Giver?> ReadAsync(PersonRef who, CancellationToken token)
    {
        try
        {
            return await givers.FindAsync(who, token);
        }
        catch (UnreadableStateException unreadable)
        {
            Log.Unreadable(logger, unreadable.Partition, $"{unreadable.InnerException?.GetType().Name}");
            return null;
        }
    }

    /// <summary>A deterministic pseudo-random order of people for one seed (FNV-1a).</summary>
    private static uint SampleOrder(string sampleSeed, string who) =>
        $"{sampleSeed} {who}".Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);

    /// <summary>The index keys of the topics, and of names in the description of the target, which may be companies.</summary>
    private static IEnumerable<string> IndexKeys(Ask ask) => ask.Topics
        .Concat(ask.Who.Split(' ', ',', '/').Skip(1).Where(word => word.Length > 1 && char.IsUpper(word[0])).Take(MaxNames))
        .Select(IndexKey.Of)
        .Where(key => key.Length > 0)
        .Distinct();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A giver cannot be read and is offered nothing until that is mended: {Partition}: {Failure}")]
        public static partial void Unreadable(ILogger logger, string partition, string failure);
    }
}
