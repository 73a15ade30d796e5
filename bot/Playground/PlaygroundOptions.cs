namespace IntroBot.Playground;

/// <summary>Whether there is a playground: the section <c>Playground</c> of the configuration.</summary>
public sealed record PlaygroundOptions
{
    public const string Section = "Playground";
    public const string EnabledKey = $"{Section}:{nameof(Enabled)}";

    /// <summary>As configured; the default is on only in development without any platform.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The configured text that is neither true nor false.</summary>
    public string? Unreadable { get; init; }

    public static PlaygroundOptions From(IConfiguration configuration) => configuration[EnabledKey] switch
    {
        null or "" => new PlaygroundOptions(),
        var text when bool.TryParse(text, out var enabled) => new PlaygroundOptions { Enabled = enabled },
        var text => new PlaygroundOptions { Unreadable = text },
    };

    /// <summary>One sentence that says what is wrong with the configuration; null when nothing is.</summary>
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
