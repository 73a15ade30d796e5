namespace IntroBot.Chat.Cards;

/// <summary>A message of the bot: title, parts and buttons, rendered by each platform in its own way.</summary>
public sealed record Card(
    [property: JsonPropertyName("Title")] Words Title,
    [property: JsonPropertyName("Parts")] ImmutableArray<CardPart> Parts,
    [property: JsonPropertyName("Buttons")] ImmutableArray<CardButton> Buttons)
{
    /// <summary>
    /// The button that shows the recipient the buttons of a card in a channel. A platform that cannot show people different content shows
    /// the buttons to everyone; the story checks who may press them in any case.
    /// </summary>
    [JsonPropertyName("Gate")]
    public CardButton? Gate { get; init; }

    public static Card Titled(WordsBuilder title) => new(title.Build(), [], []);

    public Card Say(WordsBuilder words) => With(new CardPart.Text(words.Build()));

    public Card Aside(WordsBuilder words) => With(new CardPart.Context(words.Build()));

    public Card Quote(string words) => With(new CardPart.Quote(words));

    public Card Line() => With(new CardPart.Divider());

    public Card Know(params IEnumerable<Fact> facts) => With(new CardPart.Facts([.. facts]));

    public Card With(CardPart part) => this with { Parts = Parts.Add(part) };

    public Card With(IEnumerable<CardPart> parts) => this with { Parts = Parts.AddRange(parts) };

    public Card With(CardButton button) => this with { Buttons = Buttons.Add(button) };

    public Card With(IEnumerable<CardButton> buttons) => this with { Buttons = Buttons.AddRange(buttons) };
}

/// <summary>A part of a card: a closed set of what every platform can show.</summary>
public abstract record CardPart
{
    private CardPart() { }

    /// <summary>A paragraph.</summary>
    public sealed record Text([property: JsonPropertyName("Words")] Words Words) : CardPart;

    /// <summary>Short labelled lines.</summary>
    public sealed record Facts([property: JsonPropertyName("Items")] ImmutableArray<Fact> Items) : CardPart;

    /// <summary>A person's own words, set apart; line breaks are preserved.</summary>
    public sealed record Quote([property: JsonPropertyName("Words")] string Words) : CardPart;

    /// <summary>A quiet remark.</summary>
    public sealed record Context([property: JsonPropertyName("Words")] Words Words) : CardPart;

    /// <summary>A thin line.</summary>
    public sealed record Divider : CardPart;

    /// <summary>
    /// A link to a chat with the people the reader is to write to, with suggested first words; a platform with deep links fills in the
    /// <paramref name="Address"/>, which sends nothing until the reader does.
    /// </summary>
    public sealed record ChatLink(
        [property: JsonPropertyName("To")] ImmutableArray<Person> To,
        [property: JsonPropertyName("FirstWords")] string FirstWords,
        [property: JsonPropertyName("Address")] Uri? Address = null) : CardPart
    {
        /// <summary>The text for a platform without deep links, and the label of the button for one with them.</summary>
        [JsonPropertyName("Words")]
        public Words Words => new([new WordSpan.Plain("Write to "), .. To.SelectMany((who, at) => at == 0
            ? new WordSpan[] { new WordSpan.Mention(who) }
            : [new WordSpan.Plain(" and "), new WordSpan.Mention(who)])]);
    }
}

/// <summary>One labelled line of a card.</summary>
public sealed record Fact(
    [property: JsonPropertyName("Label")] string Label,
    [property: JsonPropertyName("Words")] Words Words)
{
    public static Fact Of(string label, WordsBuilder words) => new(label, words.Build());
}

/// <summary>
/// A button: <paramref name="Action"/> is one of <see cref="ActionIds"/>, and platforms return <paramref name="Value"/> unchanged.
/// </summary>
public sealed record CardButton(
    [property: JsonPropertyName("Action")] string Action,
    [property: JsonPropertyName("Value")] string Value,
    [property: JsonPropertyName("Label")] string Label,
    [property: JsonPropertyName("Style")] ButtonStyle Style = ButtonStyle.Plain);

/// <summary>The emphasis of a button.</summary>
public enum ButtonStyle
{
    Plain = 0,
    Primary = 1,
    Danger = 2,
}
