namespace IntroBot.Playground.Html;

/// <summary>The limits of what the page shows and stores; longer text of people ends in a visible mark.</summary>
public static class HtmlLimits
{
    public const int Title = 200;
    public const int Paragraph = 3000;
    public const int Quote = 3000;
    public const int Name = 80;
    public const int Label = 120;
    public const int Address = 2000;
    public const int Parts = 60;
    public const int Facts = 40;
    public const int Buttons = 20;

    /// <summary>One typed line, in UTF-16 units.</summary>
    public const int TypedLine = 4000;

    /// <summary>All answers of one form together, in UTF-16 units.</summary>
    public const int Answers = 10_000;

    /// <summary>Maximum length of a value that a button or form carries for the bot.</summary>
    public const int Carried = 4000;

    /// <summary>Bytes of one request's body.</summary>
    public const int Body = 64 * 1024;

    /// <summary>Text of one stored item, in UTF-16 units.</summary>
    public const int StoredItemText = 30_000;
}
