using System.Collections.Immutable;

namespace IntroBot.Coaching;

/// <summary>The purposes with their words.</summary>
public static class Purposes
{
    public static ImmutableArray<Purpose> All { get; } = [.. Enum.GetValues<Purpose>()];

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
