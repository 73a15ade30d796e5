namespace IntroBot.Teams.AdaptiveCards;

/// <summary>How a run of words is drawn.</summary>
internal sealed record TextStyle(string? Size = null, string? Weight = null, string? Color = null, bool? IsSubtle = null)
{
    public static TextStyle Plain { get; } = new();

    public static TextStyle Title { get; } = new(Size: "large", Weight: "bolder");

    /// <summary>A quiet remark.</summary>
    public static TextStyle Quiet { get; } = new(Size: "small", IsSubtle: true);

    /// <summary>Something to mend.</summary>
    public static TextStyle Wrong { get; } = new(Size: "small", Color: "attention");

    /// <summary>An address to press.</summary>
    public static TextStyle Address { get; } = new(Color: "accent");

    public TextStyle Bold => this with { Weight = "bolder" };

    public TextRun Draw(string text) => new(text) { Size = Size, Weight = Weight, Color = Color, IsSubtle = IsSubtle };
}
