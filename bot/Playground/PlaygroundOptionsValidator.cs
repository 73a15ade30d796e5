using IntroBot.Platforms;

namespace IntroBot.Playground;

/// <summary>Validates the section <c>Playground</c>: never in Production, since a visitor may act as any person of the cast.</summary>
public sealed class PlaygroundOptionsValidator(IHostEnvironment environment) : OptionsValidator<PlaygroundOptions>
{
    public override string? ErrorIn(PlaygroundOptions options) => options.Enabled switch
    {
        null or "" => null,
        var text when !bool.TryParse(text, out _) => $"{PlaygroundOptions.EnabledKey} must be true or false.",
        var text when bool.Parse(text) && environment.IsProduction() =>
            $"{PlaygroundOptions.EnabledKey} is true, but the playground lets anybody act as anybody, "
                + $"so it never runs in Production: remove {PlaygroundOptions.EnabledKey} or set it to false.",
        _ => null,
    };
}
