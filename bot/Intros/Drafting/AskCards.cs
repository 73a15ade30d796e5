using IntroBot.Coaching;

namespace IntroBot.Intros.Drafting;

/// <summary>The cards an asker sees while writing.</summary>
public static class AskCards
{
    public static Card Question(Intro intro, AskField field, string? error = null)
    {
        var number = AskTemplate.Fields.IndexOf(field) + 1;
        var card = Card.Titled($"{number} of {AskTemplate.Fields.Length}: {field.Label}");
        card = error is null ? card : card.Say($"{new WordSpan.Bold(error)}");
        card = card.Aside($"{field.Help}");
        if (field.Read(intro.Ask) is { Length: > 0 } answered)
        {
            card = card.Say($"So far you have: {answered}").Aside($"Write it anew to change it, or keep it.");
        }

        return card
            .With(field.Kind == FieldKind.Choice ? Purposes.All.Select(purpose => Choice(intro, purpose)) : [])
            .With(number > 1 ? [new CardButton(ActionIds.FieldBack, ButtonValue.Of(intro), "Back")] : [])
            .With(SkipLabel(intro, field) is { } label ? [new CardButton(ActionIds.FieldSkip, ButtonValue.Of(intro, field.Id), label)] : [])
            .With(new CardButton(ActionIds.AskInForm, ButtonValue.Of(intro), "Use the form"))
            .With(new CardButton(ActionIds.DiscardDraft, ButtonValue.Of(intro), "Cancel"));
    }

    public static Card Review(Intro intro, ImmutableArray<Hint> hints)
    {
        var card = Card.Titled($"Ready? This is what your giver reads")
            .Quote(intro.Ask.Note)
            .With(AskForms.HintParts(hints));
        return hints.Any(hint => hint.Blocks)
            ? card.Aside($"One thing needs mending before it can go.")
                .With(new CardButton(ActionIds.AskInForm, ButtonValue.Of(intro), "Mend it in the form", ButtonStyle.Primary))
                .With(new CardButton(ActionIds.FieldBack, ButtonValue.Of(intro), "Back"))
                .With(new CardButton(ActionIds.DiscardDraft, ButtonValue.Of(intro), "Cancel", ButtonStyle.Danger))
            : card.Aside($"By sending you promise: {AskTemplate.Field(AskTemplate.Promises).Help}")
                .With(new CardButton(ActionIds.SendAsk, ButtonValue.Of(intro), "I promise, send it", ButtonStyle.Primary))
                .With(new CardButton(ActionIds.ReviewAsk, ButtonValue.Of(intro), "Edit the note"))
                .With(new CardButton(ActionIds.FieldBack, ButtonValue.Of(intro), "Back"))
                .With(new CardButton(ActionIds.DiscardDraft, ButtonValue.Of(intro), "Cancel", ButtonStyle.Danger));
    }

    public static Card Unfinished(Intro draft, ImmutableArray<AskField> missing) => Card.Titled($"Almost there")
        .Say($"A word from you is still needed here: {string.Join(" · ", missing.Select(field => field.Label))}")
        .With(new CardButton(ActionIds.AskInForm, ButtonValue.Of(draft), "Go on in the form", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.AskInChat, ButtonValue.Of(draft), "Go on in the chat"));

    public static Card DraftWaits(Intro draft) => Card.Titled($"You have an ask half written")
        .Say($"{(draft.Ask.Who.Length > 0 ? $"To meet: {draft.Ask.Who}" : "Nothing is lost; it waits for you.")}")
        .Aside($"Drafts are kept for seven days.")
        .With(new CardButton(ActionIds.AskInForm, ButtonValue.Of(draft), "Go on in the form", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.AskInChat, ButtonValue.Of(draft), "Go on in the chat"))
        .With(new CardButton(ActionIds.AskAfresh, ButtonValue.Of(draft), "Start afresh", ButtonStyle.Danger));

    public static Card Sent(Intro intro) => Card.Titled($"Your ask is on its way")
        .Say(
            $"I ask one willing person at a time, and only people who offered to help. You will hear from me as soon as somebody says yes.")
        .Aside($"This can take a few days: nobody is disturbed at night or more often than they like.")
        .With(Withdraw(intro));

    public static Card Discarded { get; } = Card.Titled($"All right, nothing was sent")
        .Say($"The draft is gone. Whenever you are ready, type {new WordSpan.Bold("/intro")}.")
        .With(new CardButton(ActionIds.Ask, "", "Write a new ask"));

    public static Card Withdrawn { get; } = Card.Titled($"Your ask is withdrawn")
        .Say($"Nobody will be asked any more. Thank you for telling me; it saves somebody a moment.");

    public static Card NoMatch(Intro intro) => Card.Titled($"No match yet")
        .Say($"I looked for somebody to meet you about {string.Join(", ", intro.Ask.Topics)}, "
            + $"and have not found the right person this time.")
        .Say($"That says nothing about your ask. Other topics often open another door.")
        .With(new CardButton(ActionIds.OtherTopics, ButtonValue.Of(intro), "Try other topics", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.CloseUnmatched, ButtonValue.Of(intro), "Close this ask"));

    public static Card SearchingAgain { get; } = Card.Titled($"The search goes on")
        .Say($"I am looking along your new topics. You will hear from me.");

    public static Card ClosedUnmatched { get; } = Card.Titled($"This ask is closed")
        .Say($"Thank you for asking so considerately. You can ask again any time.");

    public static CardButton Withdraw(Intro intro) => new(ActionIds.Withdraw, ButtonValue.Of(intro), "Withdraw this ask");

    private static CardButton Choice(Intro intro, Purpose purpose) =>
        new(ActionIds.FieldChoose, ButtonValue.Of(intro, Purposes.Value(purpose)), Purposes.Label(purpose));

    private static string? SkipLabel(Intro intro, AskField field) => field.Read(intro.Ask).Length > 0
        ? "Keep it"
        : field.Required ? null : "Skip";
}
