namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Something to press (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
public abstract record AdaptiveAction
{
    private AdaptiveAction() { }

    /// <summary>Asks the bot, whose answer can take the place of the card.</summary>
    public sealed record Execute(string Title, string Verb, ActionData Data) : AdaptiveAction
    {
        /// <summary><c>positive</c>, <c>destructive</c> or nothing.</summary>
        public string? Style { get; init; }

        /// <summary><c>none</c> when what is typed neither comes along nor has to be right.</summary>
        public string? AssociatedInputs { get; init; }
    }

    /// <summary>Sends a dialog in; a card in a dialog has no other way to the bot.</summary>
    public sealed record Submit(string Title, ActionData Data) : AdaptiveAction
    {
        public string? Style { get; init; }

        public string? AssociatedInputs { get; init; }
    }

    /// <summary>Opens an https address.</summary>
    public sealed record OpenUrl(string Url) : AdaptiveAction
    {
        /// <summary>What stands on the button; words that are pressed have none.</summary>
        public string? Title { get; init; }
    }
}
