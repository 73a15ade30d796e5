using IntroBot.Coaching;

namespace IntroBot.Intros.Drafting;

/// <summary>The forms of an ask: first the fields, then the note with the coach's hints and the promises.</summary>
public static class AskForms
{
    /// <summary>The form of the fields; <paramref name="suggestions"/> are topics that givers listed.</summary>
    public static Form Fields(Intro intro, ImmutableArray<string> suggestions) => new(
        FormIds.Ask,
        ButtonValue.Of(intro),
        "Ask for an introduction",
        [new CardPart.Context(Words.Of(
            $"It goes to people who offered to help, one at a time. Take five minutes: a good ask is a kind one."))],
        [.. AskTemplate.Fields.Select(field => Input(field, intro.Ask, suggestions))],
        "Next: your note",
        new CardButton(ActionIds.AskInChat, ButtonValue.Of(intro), "Answer in the chat instead"));

    public static Form Review(Intro intro, ImmutableArray<Hint> hints) => new(
        FormIds.Review,
        ButtonValue.Of(intro),
        "Your note and promises",
        [.. HintParts(hints)],
        [.. AskTemplate.Review.Select(field => Input(field, intro.Ask, []))],
        hints.Any(hint => hint.Blocks) ? "Check it again" : hints.Length > 0 ? "Send it anyway" : "Send it",
        new CardButton(ActionIds.EditAsk, ButtonValue.Of(intro), "Back to my answers"));

    public static Form OtherTopics(Intro intro, ImmutableArray<string> suggestions) => new(
        FormIds.OtherTopics,
        ButtonValue.Of(intro),
        "Try other topics",
        [new CardPart.Text(Words.Of($"Your ask stays as it is. Broader or neighbouring topics reach other people."))],
        [Input(AskTemplate.Field(AskTemplate.Topics), intro.Ask, suggestions)],
        "Search again");

    /// <summary>The coach's hints, the same in form and chat.</summary>
    public static IEnumerable<CardPart> HintParts(ImmutableArray<Hint> hints)
    {
        if (hints.Length > 0)
        {
            yield return new CardPart.Text(hints.Any(hint => hint.Blocks)
                ? Words.Of($"{new WordSpan.Bold("Something needs mending before it can go.")}")
                : Words.Of($"{new WordSpan.Bold("A thought or two before it goes.")} You know best; you may send it as it is."));
        }

        foreach (var hint in hints)
        {
            var example = hint.Better is null ? "" : hint.Why.EndsWith(':') ? $" “{hint.Better}”" : $" For example: “{hint.Better}”";
            yield return new CardPart.Text(Words.Of($"{new WordSpan.Bold(AskTemplate.Field(hint.Field).Label)} – {hint.Why}{example}"));
        }
    }

    private static FormInput Input(AskField field, Ask ask, ImmutableArray<string> suggestions) => field.Kind switch
    {
        FieldKind.Line =>
            new FormInput.Text(field.Id, field.Label, field.Help, field.Required, field.Min, field.Max, Multiline: false, field.Read(ask)),
        FieldKind.Paragraph =>
            new FormInput.Text(field.Id, field.Label, field.Help, field.Required, field.Min, field.Max, Multiline: true, field.Read(ask)),
        FieldKind.Tags => new FormInput.Tags(field.Id, field.Label, field.Help, field.Required, field.Max, suggestions, ask.Topics),
        FieldKind.Choice => new FormInput.Choice(field.Id, field.Label, field.Help, field.Required, PurposeOptions, field.Read(ask)),
        FieldKind.Date => new FormInput.Date(field.Id, field.Label, field.Help, field.Required, field.Read(ask)),
        FieldKind.Promise => new FormInput.Checkbox(field.Id, field.Label, field.Help, field.Required, ask.Promised),
    };

    private static ImmutableArray<FormOption> PurposeOptions { get; } =
        [.. Purposes.All.Select(purpose => new FormOption(Purposes.Value(purpose), Purposes.Label(purpose)))];
}
