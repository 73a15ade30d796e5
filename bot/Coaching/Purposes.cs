namespace IntroBot.Coaching;

/// <summary>The purposes with their labels and stored names.</summary>
public static class Purposes
{
    public static ImmutableArray<Purpose> All { get; } = [.. Enum.GetValues<Purpose>()];

    /// <summary>The purpose for a value or a label; null when there is none.</summary>
    public static Purpose? Find(string text)
    {
        return All.Where(purpose => Is(Value(purpose)) || Is(Label(purpose))).Cast<Purpose?>().FirstOrDefault();

        bool Is(string name) => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The value of a purpose in forms and buttons.</summary>
    public static string Value(Purpose purpose) => Name(purpose).ToLowerInvariant();

    /// <summary>The name of a purpose in the store and the outcome log, independent of its name in code.</summary>
    public static string Name(Purpose purpose) => purpose switch
    {
        Purpose.Advice => "Advice",
        Purpose.Job => "Job",
        Purpose.Hiring => "Hiring",
        Purpose.Customer => "Customer",
        Purpose.Partner => "Partner",
        Purpose.Funding => "Funding",
        Purpose.Mentoring => "Mentoring",
        Purpose.Other => "Other",
    };

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
    };
}
