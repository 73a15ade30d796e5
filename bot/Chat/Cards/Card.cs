using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Chat.Interactions;

namespace IntroBot.Chat.Cards;

/// <summary>One thing the bot says: a title, parts and buttons, drawn by every platform in its own way.</summary>
public sealed record Card(
    [property: JsonPropertyName("Title")] Words Title,
    [property: JsonPropertyName("Parts")] ImmutableArray<CardPart> Parts,
    [property: JsonPropertyName("Buttons")] ImmutableArray<CardButton> Buttons)
{
    /// <summary>
    /// In front of many, what whoever the card is for presses to be given its buttons. A platform that cannot show people different things
    /// shows everybody the buttons; who may press them is decided by the story in any case.
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

    /// <summary>Somebody's own words, set apart; line breaks are kept.</summary>
    public sealed record Quote([property: JsonPropertyName("Words")] string Words) : CardPart;

    /// <summary>A quiet remark.</summary>
    public sealed record Context([property: JsonPropertyName("Words")] Words Words) : CardPart;

    /// <summary>A thin line.</summary>
    public sealed record Divider : CardPart;

    /// <summary>
    /// The way to people whom the reader is to write to, with the first words to say; where a platform can lead there, it fills in the
    /// <paramref name="Address"/>, at which nothing is said before the reader says it.
    /// </summary>
    public sealed record ChatLink(
        [property: JsonPropertyName("To")] ImmutableArray<Person> To,
        [property: JsonPropertyName("FirstWords")] string FirstWords,
        [property: JsonPropertyName("Address")] Uri? Address = null) : CardPart
    {
        /// <summary>The same for a platform that leads nowhere, and the label of the button for one that does.</summary>
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
/// A button: <paramref name="Action"/> is one of <see cref="ActionIds"/>, <paramref name="Value"/> comes back unread by the platform.
/// </summary>
public sealed record CardButton(
    [property: JsonPropertyName("Action")] string Action,
    [property: JsonPropertyName("Value")] string Value,
    [property: JsonPropertyName("Label")] string Label,
    [property: JsonPropertyName("Style")] ButtonStyle Style = ButtonStyle.Plain);

/// <summary>How much a button asks for attention.</summary>
public enum ButtonStyle
{
    Plain = 0,
    Primary = 1,
    Danger = 2,
}
