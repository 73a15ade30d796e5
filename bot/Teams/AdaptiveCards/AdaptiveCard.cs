namespace IntroBot.Teams.AdaptiveCards;

/// <summary>
/// An Adaptive Card of version 1.5, beyond which Teams does not go
/// (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference). Buttons of a message stand in its
/// body; <paramref name="Actions"/> are those at the foot of a dialog.
/// </summary>
public sealed record AdaptiveCard(ImmutableArray<AdaptiveElement> Body, ImmutableArray<AdaptiveAction>? Actions = null)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyOrder(-3), JsonPropertyName("$schema")]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Type => "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version => "1.5";

    public AdaptiveRefresh? Refresh { get; init; }
}

/// <summary>
/// By which these people are shown a card of their own in the place of the one everybody sees: clients ask by themselves, as often as they
/// like
/// (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views).
/// </summary>
public sealed record AdaptiveRefresh(AdaptiveAction Action, ImmutableArray<string> UserIds);

/// <summary>A card with the words for the bar of a dialog, which has room for a title of its own.</summary>
public sealed record TitledCard(string Title, AdaptiveCard Card);
