using System.Collections.Immutable;
using IntroBot.Chat.Interactions;
using IntroBot.Coaching;
using IntroBot.Givers;

namespace IntroBot.Matching;

/// <summary>Finds the givers who fit an ask and may be asked now.</summary>
public sealed class GiverFinder(IGiverStore givers, TimeProvider clock)
{
    /// <summary>Givers of one term who are looked at; where more are listed, the lot decides which.</summary>
    private const int MaxPerKey = 1000;

    /// <summary>Givers read at a time, best fits first, until some of them may be asked.</summary>
    private const int ReadAtOnce = 40;
    private const int MaxRead = 400;
    private const int MaxNames = 4;

    /// <summary>
    /// The best giver first; <paramref name="past"/> are not considered again.
    /// Among those who fit alike the <paramref name="lot"/> decides who is looked at first.
    /// </summary>
    public async Task<ImmutableArray<Candidate>> FindAsync(
        Person asker, Ask ask, IReadOnlyCollection<PersonRef> past, string lot, CancellationToken token)
    {
        var listed = new Dictionary<string, ImmutableArray<PersonRef>>(StringComparer.Ordinal);
        foreach (var term in IndexKeys(ask))
        {
            listed[term] = await givers.IndexedUnderAsync(asker.Ref.Workspace, term, MaxPerKey, lot, token);
        }

        var counts = listed.ToDictionary(each => each.Key, each => each.Value.Length, StringComparer.Ordinal);
        var promising = listed
            .SelectMany(each => each.Value.Select(who => (Who: who, Weight: Ranking.Weight(each.Value.Length))))
            .Where(each => each.Who != asker.Ref && !past.Contains(each.Who))
            .GroupBy(each => each.Who, each => each.Weight)
            .OrderByDescending(group => group.Sum())
            .ThenBy(group => Drawn(lot, group.Key.Id))
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(MaxRead);

        var now = clock.GetUtcNow();
        foreach (var together in promising.Chunk(ReadAtOnce))
        {
            if (Ranking.Order(ask, await FreeAsync(together, asker.Ref, now, token), counts, now) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return [];
    }

    private async Task<List<Giver>> FreeAsync(IEnumerable<PersonRef> together, PersonRef asker, DateTimeOffset now, CancellationToken token)
    {
        var free = new List<Giver>();
        foreach (var who in together)
        {
            if (await givers.FindAsync(who, token) is { } giver && GiverProtection.Against(giver, asker, now) is null)
            {
                free.Add(giver);
            }
        }

        return free;
    }

    /// <summary>A number for somebody in a lot, the same whenever and wherever it is drawn (FNV-1a).</summary>
    private static uint Drawn(string lot, string who) =>
        $"{lot} {who}".Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);

    /// <summary>The topics, and the names in the description of the target, which may be companies.</summary>
    private static IEnumerable<string> IndexKeys(Ask ask) => ask.Topics
        .Concat(ask.Who.Split(' ', ',', '/').Skip(1).Where(word => word.Length > 1 && char.IsUpper(word[0])).Take(MaxNames))
        .Select(IndexKey.Of)
        .Where(term => term.Length > 0)
        .Distinct();
}
