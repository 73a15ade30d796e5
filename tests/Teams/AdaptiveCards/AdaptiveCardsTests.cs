using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Tests.Teams.AdaptiveCards;

public sealed class AdaptiveCardsTests
{
    private static readonly Person Ava = new(new PersonRef(new WorkspaceId("T1"), "29:ava"), "Ava Stone", "Europe/Berlin", "en");

    [Fact]
    public void Parts_keep_their_order_between_title_and_buttons() => Assert.Equal(
        ["TextBlock", "RichTextBlock", "Container", "RichTextBlock", "ActionSet"],
        Types(Card.Titled($"A title").Aside($"quiet").Quote("said").Line().Say($"words").With(new CardButton(ActionIds.Help, "", "Help"))));

    [Fact]
    public void A_button_asks_the_bot_with_its_action_and_brings_back_its_value() => Assert.Contains(
        """{"type":"Action.Execute","title":"Help","verb":"help","data":{"introbot":{"value":"v1"}},"style":"positive"}""",
        Drawn(Card.Titled($"x").With(new CardButton(ActionIds.Help, "v1", "Help", ButtonStyle.Primary))), StringComparison.Ordinal);

    [Fact]
    public void Buttons_take_as_many_rows_as_a_phone_needs()
    {
        var buttons = "Yes, connect us|Not now|Not now, pause me 2 weeks|No"
            .Split('|')
            .Select(label => new CardButton(ActionIds.Help, "", label));

        var rows = TeamsRendering.Elements(TeamsRendering.Valid(Card.Titled($"x").With(buttons)))
            .Where(element => TeamsRendering.Type(element) == "ActionSet");

        Assert.Equal(
            ["Yes, connect us|Not now", "Not now, pause me 2 weeks|No"],
            rows.Select(row => string.Join(
                '|', row.GetProperty("actions").EnumerateArray().Select(each => each.GetProperty("title").GetString()))));
    }

    [Fact]
    public void None_of_sixty_buttons_is_hidden() => Assert.Equal(60, TeamsRendering.Elements(TeamsRendering.Valid(
        Card.Titled($"x").With(Enumerable.Range(0, 60).Select(at => new CardButton(ActionIds.Withdraw, $"{at}", $"{at}")))))
        .Where(element => TeamsRendering.Type(element) == "ActionSet").Sum(row => row.GetProperty("actions").GetArrayLength()));

    [Theory]
    [InlineData("Could you help Ava Stone?", true)]
    [InlineData("Ready? This is what your giver reads: all of it.", true)]
    [InlineData("Ещё двадцать минут", true)]
    [InlineData("*Ava* [asks](https://evil.example)", false)]
    [InlineData("1. Ava", false)]
    [InlineData("Ava at evil.example", false)]
    [InlineData("Ava & Ben", false)]
    [InlineData("<at>Ava</at>", false)]
    public void A_title_is_a_heading_when_nobody_can_read_markup_in_it(string title, bool isHeading)
    {
        var drawn = TeamsRendering.Valid(Card.Titled($"{title}").Say($"words"));

        Assert.Equal(isHeading ? "TextBlock" : "RichTextBlock", TeamsRendering.Type(drawn.GetProperty("body")[0]));
        Assert.Equal([title, "words"], TeamsRendering.Lines(drawn));
    }

    [Fact]
    public void A_person_is_drawn_by_name() => Assert.Contains(
        """{"type":"TextRun","text":"Ava Stone","weight":"bolder"}""",
        Drawn(Card.Titled($"x").Say($"Hello {Ava}")), StringComparison.Ordinal);

    [Fact]
    public void A_moment_is_shown_on_the_clock_of_the_person_who_reads_it() =>
        Assert.Equal(["x", "By Tue 24 Nov, 14:05."], TeamsRendering.Lines(TeamsRendering.Valid(
            Card.Titled($"x")
                .Say($"By {new WordSpan.Moment(new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero), "Europe/Berlin")}."))));

    [Theory]
    [InlineData(
        "https://example.org/a",
        """{"type":"TextRun","text":"Look","color":"accent","selectAction":{"type":"Action.OpenUrl","url":"https://example.org/a"}}""")]
    [InlineData("http://example.org/", """{"type":"TextRun","text":"Look (http://example.org/)"}""")]
    [InlineData("javascript:alert(1)", """{"type":"TextRun","text":"Look (javascript:alert(1))"}""")]
    [InlineData("/relative", """{"type":"TextRun","text":"Look (/relative)"}""")]
    public void Only_an_https_link_can_be_pressed(string address, string drawn) => Assert.Contains(
        drawn, Drawn(Card.Titled($"x").Say($"{new WordSpan.Link(new Uri(address, UriKind.RelativeOrAbsolute), "Look")}")),
        StringComparison.Ordinal);

    [Fact]
    public void A_thin_line_stands_above_what_follows_it()
    {
        var body = TeamsRendering.Valid(Card.Titled($"x").Say($"one").Line().Line().Say($"two").Line())
            .GetProperty("body").EnumerateArray().ToArray();

        Assert.Equal([false, false, true], body.Select(element => element.TryGetProperty("separator", out _)));
    }

    [Fact]
    public void What_has_no_words_is_left_out() =>
        Assert.Equal(["TextBlock"], Types(Card.Titled($"A title").Say($"{"\u200B \u202E"}").Aside($"").Quote(" \r\n").Know()));

    [Fact]
    public void A_card_without_any_words_still_says_something()
    {
        Assert.Equal(["…"], TeamsRendering.Lines(TeamsRendering.Valid(Card.Titled($""))));
        Assert.Equal("…", AdaptiveCardRenderer.Summary(Card.Titled($"")));
    }

    [Fact]
    public void A_notification_is_one_plain_line() => Assert.Equal(
        "A title words said", AdaptiveCardRenderer.Summary(Card.Titled($"A title")
            .Say($"words\n")
            .Aside($"said")
            .With(new CardButton(ActionIds.Help, "", "Help"))).Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void More_words_than_a_message_takes_are_counted_before_the_buttons()
    {
        var card = Card.Titled($"x")
            .With(Enumerable.Repeat(new CardPart.Quote(new string('ä', 10_240)), 15))
            .With(new CardButton(ActionIds.Help, "", "Help"));

        Assert.Equal(["TextBlock", .. Enumerable.Repeat("Container", 11), "RichTextBlock", "ActionSet"], Types(card));
        Assert.Contains("… and 4 more.", Drawn(card), StringComparison.Ordinal);
        Assert.Contains("ä…", Drawn(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_facts_end_in_their_number() => Assert.Equal(
        "… and 360 more.", TeamsRendering.Lines(TeamsRendering.Valid(Card.Titled($"x")
            .Know(Enumerable.Range(0, 400).Select(at => Fact.Of($"Label {at}", $"words"))))).Last());

    [Fact]
    public void Many_lines_end_in_a_mark() => Assert.Equal(
        [.. Enumerable.Repeat("a", 59), "…"],
        TeamsRendering.Lines(TeamsRendering.Valid(Card.Titled($"x").Quote(string.Join('\n', Enumerable.Repeat("a", 200))))).Skip(1));

    [Fact]
    public void A_home_parts_its_cards_and_never_cuts_one_in_its_middle()
    {
        var card = Card.Titled($"A card").Quote(new string('a', 2900)).With(new CardButton(ActionIds.Help, "", "Help"));

        var body = TeamsRendering.Valid(AdaptiveCardRenderer.Of([.. Enumerable.Repeat(card, 20)]))
            .GetProperty("body").EnumerateArray().ToArray();

        Assert.Equal("… and 10 more.", body[^1].GetProperty("inlines")[0].GetProperty("text").GetString());
        Assert.All(
            body[..^1], section => Assert.Equal("ActionSet", TeamsRendering.Type(section.GetProperty("items").EnumerateArray().Last())));
        TeamsRendering.Valid(AdaptiveCardRenderer.Of([]));
    }

    [Fact]
    public void A_card_in_a_dialog_has_its_title_in_the_bar_and_buttons_that_send_the_dialog_in()
    {
        var drawn = AdaptiveCardRenderer.InDialog(
            Card.Titled($"Thank you").Say($"words").With(new CardButton(ActionIds.Help, "7", "Help")));
        var card = TeamsRendering.Valid(drawn.Card);

        Assert.Equal("Thank you", drawn.Title);
        Assert.Equal(["words"], TeamsRendering.Lines(card));
        var button = TeamsRendering.Elements(card).Single(element => TeamsRendering.Type(element) == "ActionSet").GetProperty("actions")[0];
        Assert.Equal(("Action.Submit", ActionIds.Help), (TeamsRendering.Type(button), CarriedData.Read(button.GetProperty("data")).Action));
    }

    private static IEnumerable<string> Types(Card card) =>
        TeamsRendering.Valid(card).GetProperty("body").EnumerateArray().Select(TeamsRendering.Type);

    private static string Drawn(Card card) => TeamsRendering.Valid(card).GetRawText();
}
