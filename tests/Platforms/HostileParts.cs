namespace IntroBot.Tests.Platforms;

/// <summary>
/// Every place that words can have in a card or a form, one by one: whatever the bot shows is made of these, so that what holds for them
/// holds for every card and form.
/// </summary>
internal static class HostileParts
{
    public static IReadOnlyDictionary<string, Func<string, Card>> OfCards { get; } = new Dictionary<string, Func<string, Card>>
    {
        ["Title"] = words => new Card(Everything(words), [], []),
        ["Text"] = words => With(new CardPart.Text(Everything(words))),
        ["Facts"] = words => With(new CardPart.Facts([new Fact(words, Everything(words))])),
        ["Quote"] = words => With(new CardPart.Quote(words)),
        ["Context"] = words => With(new CardPart.Context(Everything(words))),
        ["Door"] = words => With(new CardPart.ChatLink([Who(words), Who(words)], words)),
        ["Door.open"] = words => With(new CardPart.ChatLink([Who(words)], words, new Uri("https://example.org/?a=1&b=\"2\""))),
        ["Button"] = words => Titled.With(Button(words)),
    };

    public static IReadOnlyDictionary<string, Func<string, Form>> OfForms { get; } = new Dictionary<string, Func<string, Form>>
    {
        ["Frame"] = words => new Form(FormIds.Ask, "", words, [], [Day], words, Button(words)),
        ["Preface"] = words => new Form(FormIds.Ask, "", "A form", [new CardPart.Quote(words)], [Day], "Send"),
        ["Input.Line"] = words => With(new FormInput.Text("line", words, words, true, 3, 120, Multiline: false, words)),
        ["Input.Lines"] = words => With(new FormInput.Text("lines", words, words, false, 3, 9000, Multiline: true, words)),
        ["Input.Choice"] = words => With(new FormInput.Choice("choice", words, words, true, Options(words), words)),
        ["Input.Choices"] = words => With(new FormInput.Choices("choices", words, words, true, Options(words), [words, "one"])),
        ["Input.Tags"] = words => With(new FormInput.Tags("tags", words, words, true, 3, [words], [words, words, "tag"])),
        ["Input.Date"] = words => With(new FormInput.Date("date", words, words, true, words)),
        ["Input.Channel"] = words => With(new FormInput.Channel("channel", words, words, true, words)),
        ["Input.Checkbox"] = words => With(new FormInput.Checkbox("box", words, words, true, true)),
    };

    /// <summary>A card with words in all its places at once.</summary>
    public static Card Card(string words) => OfCards.Values.Select(part => part(words)).Aggregate(
        (whole, next) => whole with { Parts = whole.Parts.AddRange(next.Parts), Buttons = whole.Buttons.AddRange(next.Buttons) });

    /// <summary>A form with words in all its places at once.</summary>
    public static Form Form(string words) => OfForms.Values.Select(part => part(words)).Aggregate((whole, next) => whole with
    {
        Preface = whole.Preface.AddRange(next.Preface),
        Inputs = [.. whole.Inputs, .. next.Inputs.Where(input => input.Id != Day.Id)],
    });

    /// <summary>Words in every meaning they can have in a line.</summary>
    private static Words Everything(string words) => new(
    [
        new WordSpan.Plain(words), new WordSpan.Bold(words), new WordSpan.Mention(Who(words)),
        new WordSpan.Link(new Uri("https://example.org/"), words),
        new WordSpan.Moment(new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero), words),
    ]);

    /// <summary>A form without any input is none.</summary>
    private static FormInput Day => new FormInput.Date("day", "A day", "", true, "");

    private static Card Titled => IntroBot.Chat.Cards.Card.Titled($"A card");

    private static Card With(CardPart part) => Titled.With(part);

    private static Form With(FormInput input) => new(FormIds.Ask, "", "A form", [], [input], "Send");

    private static Person Who(string words) => new(new PersonRef(new WorkspaceId("T1"), words), words, words, words);

    private static CardButton Button(string words) => new(ActionIds.Help, "", words);

    private static ImmutableArray<FormOption> Options(string words) => [new("one", words), new("two", words)];
}
