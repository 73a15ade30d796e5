using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Givers;

namespace IntroBot.Matching;

/// <summary>Finds the givers who fit an ask and may be asked now.</summary>
public sealed class GiverFinder(IGiverStore givers, TimeProvider clock)
{
    private const int MostPerTerm = 1000;
    private const int MostRead = 40;
    private const int MostNames = 4;

    /// <summary>The best giver first; <paramref name="past"/> are not considered again.</summary>
    public async Task<ImmutableArray<Candidate>> FindAsync(Person asker, Ask ask, IReadOnlyCollection<PersonRef> past, CancellationToken token)
    {
        var listed = new Dictionary<string, ImmutableArray<PersonRef>>(StringComparer.Ordinal);
        foreach (var term in Terms(ask))
        {
            listed[term] = await givers.ListedUnderAsync(asker.Ref.Workspace, term, MostPerTerm, token);
        }

        var counts = listed.ToDictionary(each => each.Key, each => each.Value.Length, StringComparer.Ordinal);
        var promising = listed
            .SelectMany(each => each.Value.Select(who => (Who: who, Weight: Ranking.Weight(each.Value.Length))))
            .Where(each => each.Who != asker.Ref && !past.Contains(each.Who))
            .GroupBy(each => each.Who, each => each.Weight)
            .OrderByDescending(group => group.Sum())
            .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(MostRead);

        var now = clock.GetUtcNow();
        var free = new List<Giver>();
        foreach (var who in promising)
        {
            if (await givers.FindAsync(who, token) is { } giver && GiverProtection.Against(giver, asker.Ref, now) is null)
            {
                free.Add(giver);
            }
        }

        return Ranking.Order(ask, free, counts, now);
    }

    /// <summary>The topics, and the names in the description of the target, which may be companies.</summary>
    private static IEnumerable<string> Terms(Ask ask) => ask.Topics
        .Concat(ask.Who.Split(' ', ',', '/').Skip(1).Where(word => word.Length > 1 && char.IsUpper(word[0])).Take(MostNames))
        .Select(Term.Of)
        .Where(term => term.Length > 0)
        .Distinct();
}
