namespace IntroBot.Playground;

/// <summary>Whether there is a playground: the section <c>Playground</c> of the configuration.</summary>
public sealed record PlaygroundOptions
{
    public const string Section = "Playground";
    public const string EnabledKey = $"{Section}:{nameof(Enabled)}";

    /// <summary>As configured; when nothing is said, a developer's machine without any platform has one.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What stands there instead of true or false.</summary>
    public string? Unreadable { get; init; }

    public static PlaygroundOptions From(IConfiguration configuration) => configuration[EnabledKey] switch
    {
        null or "" => new PlaygroundOptions(),
        var text when bool.TryParse(text, out var enabled) => new PlaygroundOptions { Enabled = enabled },
        var text => new PlaygroundOptions { Unreadable = text },
    };

    /// <summary>One sentence that tells what is wrong with the configuration, or nothing.</summary>
    public string? Check(IHostEnvironment environment) => this switch
    {
        { Unreadable: not null } => $"{EnabledKey} must be true or false.",
        { Enabled: true } when environment.IsProduction() =>
            $"{EnabledKey} is true, but the playground lets anybody act as anybody, "
                + $"so it never runs in Production: remove {EnabledKey} or set it to false.",
        _ => null,
    };

    public bool IsOn(IHostEnvironment environment, bool platformConfigured) =>
        !environment.IsProduction() && (Enabled ?? (environment.IsDevelopment() && !platformConfigured));
}
