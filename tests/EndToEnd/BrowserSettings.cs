using Microsoft.Playwright;

namespace IntroBot.Tests.EndToEnd;

/// <summary>How a person looks at the page: the size of their window, light or dark, with or without script.</summary>
public sealed record BrowserSettings(string Name, int Width, int Height, ColorScheme Scheme = ColorScheme.Light, bool Script = true)
{
    public static BrowserSettings Desktop { get; } = new("light", 1280, 800);

    public static BrowserSettings Dark { get; } = new("dark", 1280, 800, ColorScheme.Dark);

    public static BrowserSettings Phone { get; } = new("phone", 390, 844);

    public static BrowserSettings SmallPhone { get; } = new("small-phone", 360, 740, ColorScheme.Dark);

    public static BrowserSettings WithoutScript { get; } = new("no-script", 1280, 800, Script: false);

    public override string ToString() => Name;
}
