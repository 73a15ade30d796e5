using System.Collections.Immutable;
using System.Diagnostics;
using IntroBot.Chat;

namespace IntroBot.Teams;

/// <summary>Draws buttons; those beyond the ones in sight stand behind three dots.</summary>
internal static class AdaptiveActions
{
    public static ImmutableArray<AdaptiveAction> Of(IEnumerable<CardButton> buttons) =>
        [.. buttons.Select((button, place) => new AdaptiveAction.Execute(
            Title(button.Label), button.Action, new ActionData(new CarriedData { Value = button.Value }))
        {
            Style = StyleOf(button.Style),
            Mode = place < AdaptiveLimits.ButtonsInSight ? null : "secondary",
        })];

    /// <summary>A button that leads somewhere else.</summary>
    public static AdaptiveAction Open(string label, Uri address) => new AdaptiveAction.OpenUrl(address.AbsoluteUri) { Title = Title(label) };

    public static string Title(string label)
    {
        var clean = VisibleText.CleanLine(label).Trim();
        return VisibleText.ShortenLine(clean.Length == 0 ? "…" : clean, AdaptiveLimits.ButtonText);
    }

    public static string? StyleOf(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => null,
        ButtonStyle.Primary => "positive",
        ButtonStyle.Danger => "destructive",
        _ => throw new UnreachableException(),
    };
}
