namespace IntroBot.Teams.AdaptiveCards;

/// <summary>The words that Teams needs around the inputs of a form, and the bot's stories do not have.</summary>
internal static class FormWords
{
    /// <summary>Of one's own, since clients read what stands beside a box as Markdown.</summary>
    public const string Yes = "Yes, I do";
    public const string Choose = "Choose …";
    public const string NoChannel = "No channel to choose yet. Add me to the team whose channel it is, and open this again.";
    public const string NeedsWords = "This one is needed. A sentence is enough.";
    public const string NeedsTags = "Please write at least one.";
    public const string NeedsChoice = "Please choose one.";
    public const string NeedsChoices = "Please tick at least one.";
    public const string NeedsDay = "Please pick a day.";
    public const string NeedsTick = "Please tick this to go on.";
    public const string ToMend = "Nothing is lost. Please mend what is marked below, and send it again.";

    public static string Known(IEnumerable<string> tags) => $"People here know: {string.Join(", ", tags)}.";

    /// <summary>
    /// A client keeps back a button that would take along what is not filled in as it should be, so a second way out takes nothing.
    /// </summary>
    public static string NotKept(string label) => $"“{label}” leaves what you typed here behind.";

    public static string TooShort(int least) =>
        string.Create(CultureInfo.InvariantCulture, $"A little more, please: at least {least} characters.");

    public static string TagsApart(int most) =>
        most == 1 ? "One word or short name" : string.Create(CultureInfo.InvariantCulture, $"Up to {most}, with commas between them");
}
