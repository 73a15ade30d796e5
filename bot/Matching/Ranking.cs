using IntroBot.Coaching;
using IntroBot.Givers;

namespace IntroBot.Matching;

/// <summary>Orders the givers who fit an ask by fit, where rare topics weigh more, and near equals by least recent offer.</summary>
public static class Ranking
{
    /// <summary>Fits within this distance count as equal, so that load is shared.</summary>
    public const double NearlyEqual = 0.15;

    private const double Company = 0.8;
    private const double OtherKindOfHelp = 0.6;

    /// <summary>The best first; <paramref name="listed"/> is the number of givers per index key.</summary>
    public static ImmutableArray<Candidate> Order(
        Ask ask, IEnumerable<Giver> givers, IReadOnlyDictionary<string, int> listed, DateTimeOffset now)
    {
        var wanted = ask.Topics.Select(IndexKey.Of).ToHashSet(StringComparer.Ordinal);
        var target = $" {IndexKey.Of($"{ask.Who} {string.Join(' ', ask.Topics)}")} ";
        return
        [
            .. givers
                .Select(giver => Fit(giver, ask.Purpose, wanted, target, listed))
                .Where(candidate => candidate.Because.Length > 0)
                .OrderByDescending(candidate => Math.Floor(candidate.Fit / NearlyEqual))
                .ThenBy(candidate => LastAsked(candidate.Giver))
                .ThenBy(candidate => GiverProtection.OffersThisWeek(candidate.Giver, now))
                .ThenByDescending(candidate => candidate.Fit)
                .ThenBy(candidate => candidate.Giver.Person.Ref.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The weight of a shared topic: the fewer givers list it, the higher.</summary>
    public static double Weight(int listed) => 1 / Math.Log2(2 + Math.Max(1, listed));

    private static Candidate Fit(
        Giver giver, Purpose? purpose, HashSet<string> wanted, string target, IReadOnlyDictionary<string, int> listed)
    {
        ImmutableArray<string> topics = [.. giver.Profile.Topics.Where(topic => wanted.Contains(IndexKey.Of(topic)))];
        ImmutableArray<string> companies = [.. giver.Profile.Companies.Where(
            company => IndexKey.Of(company) is { Length: > 0 } name && target.Contains($" {name} ", StringComparison.Ordinal))];
        var fit = topics.Sum(topic => Weight(listed.GetValueOrDefault(IndexKey.Of(topic)))) + (companies.Length > 0 ? Company : 0);
        var kind = purpose is null || giver.Profile.Kinds.Length == 0 || giver.Profile.Kinds.Contains(purpose.Value) ? 1 : OtherKindOfHelp;
        return new Candidate(giver, [.. topics, .. companies], fit * kind);
    }

    private static DateTimeOffset LastAsked(Giver giver) =>
        giver.Slots.Length == 0 ? DateTimeOffset.MinValue : giver.Slots.Max(slot => slot.TakenAt);
}
