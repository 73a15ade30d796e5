namespace IntroBot.Teams;

/// <summary>How a run of words is drawn.</summary>
internal sealed record TextLook(string? Size = null, string? Weight = null, string? Color = null, bool? IsSubtle = null)
{
    public static TextLook Plain { get; } = new();

    public static TextLook Title { get; } = new(Size: "large", Weight: "bolder");

    /// <summary>A quiet remark.</summary>
    public static TextLook Quiet { get; } = new(Size: "small", IsSubtle: true);

    /// <summary>Something to mend.</summary>
    public static TextLook Wrong { get; } = new(Size: "small", Color: "attention");

    /// <summary>An address to press.</summary>
    public static TextLook Address { get; } = new(Color: "accent");

    public TextLook Bold => this with { Weight = "bolder" };

    public TextRun Draw(string text) => new(text) { Size = Size, Weight = Weight, Color = Color, IsSubtle = IsSubtle };
}
