namespace IntroBot.Playground;

/// <summary>Whether there is a playground: the section <c>Playground</c> of the configuration.</summary>
public sealed class PlaygroundOptions
{
    public const string Section = "Playground";
    public const string EnabledKey = $"{Section}:{nameof(Enabled)}";

    /// <summary><c>true</c> or <c>false</c>; when nothing is said, a developer's machine without any platform has one.</summary>
    public string? Enabled { get; set; }

    public bool IsOn(IHostEnvironment environment, bool platformConfigured) => !environment.IsProduction()
        && (bool.TryParse(Enabled, out var isEnabled) ? isEnabled : environment.IsDevelopment() && !platformConfigured);
}
