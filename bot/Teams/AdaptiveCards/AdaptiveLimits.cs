namespace IntroBot.Teams.AdaptiveCards;

/// <summary>
/// How much Teams takes, in UTF-16 units where it is about words. Teams tells few limits, so most of these are what a reader can bear, the
/// same as elsewhere. Longer words of people end in a visible mark; ids and values are ours, and a test fails when one of them is longer.
/// </summary>
public static class AdaptiveLimits
{
    /// <summary>
    /// A whole card as JSON: a message has about 100 KB, counted as UTF-16, and 80 KB are safe
    /// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages);
    /// a tenth is left to the message around it.
    /// </summary>
    public const int CardLength = 36_000;

    /// <summary>
    /// Buttons of one row: Teams hides more behind three dots
    /// (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions).
    /// </summary>
    public const int ButtonsOfRow = 6;

    /// <summary>
    /// Chosen: letters of one row of buttons, each counted with <see cref="ButtonFrame"/> for its edges. It is what a phone holds; a row
    /// that does not fit cuts the words on its buttons.
    /// </summary>
    public const int ButtonRow = 42;

    public const int ButtonFrame = 6;

    /// <summary>The line a notification shows; a toast has room for about this much, and Teams tells no limit.</summary>
    public const int Summary = 250;

    /// <summary>Chosen: one part of a card, as on Slack.</summary>
    public const int Text = 3000;

    /// <summary>Chosen: lines of one part; each is an element of its own.</summary>
    public const int Lines = 60;

    /// <summary>Chosen: the title of a card.</summary>
    public const int Title = 200;

    /// <summary>Chosen: the title in the bar of a dialog, which Teams cuts where its window ends.</summary>
    public const int DialogTitle = 50;

    /// <summary>Chosen: the words on a button, as on Slack.</summary>
    public const int ButtonText = 75;

    /// <summary>Chosen: facts of one part.</summary>
    public const int Facts = 40;

    /// <summary>Chosen: what one label of the facts of a card may take of them.</summary>
    public const int FactLabel = 120;

    /// <summary>Chosen: the label of an input.</summary>
    public const int Label = 200;

    /// <summary>Chosen: the help and the error below an input.</summary>
    public const int Hint = 500;

    /// <summary>Chosen: the words of one option.</summary>
    public const int Option = 100;

    /// <summary>Chosen: options up to this many are all in sight, more fold into a menu.</summary>
    public const int OptionsInSight = 4;

    /// <summary>Chosen: options of one input.</summary>
    public const int Options = 100;

    /// <summary>Chosen: the words of one box.</summary>
    public const int TypedText = 3000;

    /// <summary>Characters in the three lines that a box for several shows at once.</summary>
    public const int ThreeLines = 150;

    /// <summary>Enough for a note of a hundred words in four paragraphs, and its label.</summary>
    public const string HeightOfNote = "400px";

    /// <summary>Chosen: one tag in a box of tags.</summary>
    public const int Tag = 75;

    /// <summary>Chosen: the address of a link; browsers and proxies take about this much.</summary>
    public const int Address = 2000;

    /// <summary>Longest id of ours, or name of an input, that is believed when it comes back.</summary>
    public const int CarriedName = 100;

    /// <summary>Longest state or value of ours that is believed when it comes back.</summary>
    public const int CarriedText = 3000;

    /// <summary>Answers of one form that are read.</summary>
    public const int Answers = 50;

    /// <summary>Units of one answer that are read: more than any story takes, so that too much still reads as too much.</summary>
    public const int Answer = 10_000;
}
