namespace IntroBot.Decisions;

/// <summary>The friendly card for each refusal.</summary>
public static class RefusalCards
{
    public static Card Of(Refusal why) => why switch
    {
        Refusal.NotFound =>
            Card.Titled($"I cannot find that any more").Say($"It may be from an older day. Type status to see what is open."),
        Refusal.NotYours => Card.Titled($"This one is for somebody else").Say($"Only the person it was addressed to can answer it."),
        Refusal.TooLate => Card.Titled($"This one has moved on")
            .Say($"Thank you for your kindness; it is taken care of, and there is nothing for you to do."),
        Refusal.NotNow => Card.Titled($"That is not possible any more")
            .Say($"Things have moved on since that card. Type status to see where they stand."),
        Refusal.CannotBlockYourself => Card.Titled($"That would be you").Say($"Please name somebody else."),
        Refusal.Protected => Card.Titled($"Not just now").Say($"Somebody’s rest comes first. Please try again another day."),
    };
}
