using System.Collections.Immutable;

namespace IntroBot.Coaching;

/// <summary>The purposes with their words.</summary>
public static class Purposes
{
    public static ImmutableArray<Purpose> All { get; } = [.. Enum.GetValues<Purpose>()];

    /// <summary>The purpose a person means by its name or by what its button says; null when there is none.</summary>
    public static Purpose? Find(string words) => All
        .Where(purpose => words.Equals(purpose.ToString(), StringComparison.OrdinalIgnoreCase) || words.Equals(Label(purpose), StringComparison.OrdinalIgnoreCase))
        .Cast<Purpose?>()
        .FirstOrDefault();

    public static string Label(Purpose purpose) => purpose switch
    {
        Purpose.Advice => "Advice",
        Purpose.Job => "A job",
        Purpose.Hiring => "Hiring",
        Purpose.Customer => "A customer",
        Purpose.Partner => "A partner",
        Purpose.Funding => "Funding",
        Purpose.Mentoring => "Mentoring",
        Purpose.Other => "Something else",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
