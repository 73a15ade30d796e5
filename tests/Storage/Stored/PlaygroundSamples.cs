using IntroBot.Playground;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>What the playground keeps: every part of a card, every run of words and every input of a form.</summary>
internal static class PlaygroundSamples
{
    private static readonly Words Spoken = new(
    [
        new WordSpan.Plain("plain"), new WordSpan.Bold("bold"), new WordSpan.Mention(StorySamples.Ava),
        new WordSpan.Link(new Uri("https://home.test/"), "link"), new WordSpan.Moment(StorySamples.At, "Europe/Berlin"),
    ]);

    private static readonly ImmutableArray<CardPart> Parts =
    [
        new CardPart.Text(Spoken), new CardPart.Facts([new Fact("label", Spoken)]), new CardPart.Quote("“quote”"),
        new CardPart.Context(Spoken), new CardPart.Divider(),
        new CardPart.ChatLink([StorySamples.Ava], "first words", new Uri("https://home.test/door")),
    ];

    private static readonly ImmutableArray<CardButton> Buttons =
    [
        new("offer.accept", "intro1|intro1-1", "Yes", ButtonStyle.Primary), new("offer.decline", "", "No", ButtonStyle.Danger),
        new("help", "", "Help"),
    ];

    private static readonly ImmutableArray<FormOption> Options = [new FormOption("one", "One")];

    public static ChatMessage Message { get; } =
        new("in~key", StorySamples.At, "ava", "words", new Card(Spoken, Parts, Buttons) { Gate = Buttons[1] }, 4, ["act-1"]);

    public static ChatMessage Said { get; } = ChatMessage.Said("in~key", "ava", "words");

    public static OpenForm Blank { get; } = OpenForm.Fresh(new Form("give", "", "title", [], [], "Save"));

    public static OpenForm Form { get; } = new(
        new Form("ask", "intro1", "title", Parts, Inputs, "Send", Buttons[0]),
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("who", ["somebody"]),
        ImmutableDictionary<string, string>.Empty.Add("who", "More, please."),
        "chat.ava",
        "in~key");

    private static ImmutableArray<FormInput> Inputs =>
    [
        new FormInput.Text("who", "label", "help", Required: true, 3, 120, Multiline: true, "value"),
        new FormInput.Choice("purpose", "label", "help", Required: true, Options, "one"),
        new FormInput.Choices("kinds", "label", "help", Required: true, Options, ["one"]),
        new FormInput.Tags("topics", "label", "help", Required: true, 3, ["suggested"], ["value"]),
        new FormInput.Date("deadline", "label", "help", Required: true, "2026-12-24"),
        new FormInput.Channel("channel", "label", "help", Required: true, "C1"),
        new FormInput.Checkbox("promises", "label", "help", Required: true, Checked: true),
    ];
}
