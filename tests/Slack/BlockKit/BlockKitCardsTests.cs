using IntroBot.Slack.BlockKit;

namespace IntroBot.Tests.Slack.BlockKit;

public sealed class BlockKitCardsTests
{
    private static readonly Person Ava = new(new PersonRef(new WorkspaceId("T1"), "U0AVA"), "Ava Stone", "Europe/Berlin", "en");

    [Fact]
    public void Parts_keep_their_order_between_title_and_buttons() => Assert.Equal(
        ["header", "context", "rich_text", "divider", "rich_text", "actions"],
        Types(Card.Titled($"A title").Aside($"quiet").Quote("said").Line().Say($"words").With(new CardButton(ActionIds.Help, "", "Help"))));

    [Fact]
    public void A_person_of_Slack_is_drawn_by_Slack_and_another_by_name()
    {
        Assert.Contains("""{"type":"user","user_id":"U0AVA"}""", Drawn(Card.Titled($"x").Say($"Hello {Ava}")), StringComparison.Ordinal);
        Assert.Contains("""{"type":"text","text":"Ava Stone"}""", Drawn(Card.Titled($"x")
            .Say($"Hello {Ava with { Ref = new PersonRef(new WorkspaceId("T1"), "ava") }}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_is_shown_on_the_clock_of_whoever_looks() => Assert.Contains(
        """{"type":"date","timestamp":1795525500,"format":"{date} at {time}","fallback":"Tue 24 Nov, 14:05"}""",
        Drawn(Card.Titled($"x").Say($"{new WordSpan.Moment(new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero), "Europe/Berlin")}")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.org/a", "\"type\":\"link\",\"url\":\"https://example.org/a\",\"text\":\"Look\"")]
    [InlineData("http://example.org/", "\"text\":\"Look (http://example.org/)\"")]
    [InlineData("javascript:alert(1)", "\"text\":\"Look (javascript:alert(1))\"")]
    [InlineData("/relative", "\"text\":\"Look (/relative)\"")]
    public void Only_an_https_link_can_be_pressed(string address, string drawn) => Assert.Contains(
        drawn, Drawn(Card.Titled($"x").Say($"{new WordSpan.Link(new Uri(address, UriKind.RelativeOrAbsolute), "Look")}")),
        StringComparison.Ordinal);

    [Fact]
    public void What_has_no_words_is_left_out() =>
        Assert.Equal(["header"], Types(Card.Titled($"A title").Say($"{"\u200B \u202E"}").Aside($"").Quote(" \r\n").Know()));

    [Fact]
    public void A_card_without_any_words_still_says_something()
    {
        Assert.Equal(["header"], Types(Card.Titled($"")));
        Assert.Equal("…", BlockKitCards.Text(Card.Titled($"")));
    }

    [Fact]
    public void Sixty_buttons_take_three_rows_and_none_shares_an_id()
    {
        var rows = Drawn(
            Card.Titled($"x").With(Enumerable.Range(0, 60).Select(at => new CardButton(ActionIds.Withdraw, $"{at}", "Take it back"))),
            out var blocks);

        Assert.Equal([25, 25, 10], blocks.EnumerateArray().Skip(1).Select(row => row.GetProperty("elements").GetArrayLength()));
        Assert.Contains("\"action_id\":\"ask.withdraw\"", rows, StringComparison.Ordinal);
        Assert.Contains("\"action_id\":\"ask.withdraw#59\"", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_is_found_again_from_its_id() => Assert.All(
        Enumerable.Range(0, 30),
        place => Assert.Equal(ActionIds.Withdraw, BlockKitActions.ActionOf(BlockKitActions.IdOf(ActionIds.Withdraw, place))));

    [Fact]
    public void Parts_that_do_not_fit_are_counted_before_the_buttons()
    {
        var card = Card.Titled($"x")
            .With(Enumerable.Range(0, 70).Select(at => new CardPart.Text(Words.Of($"{at}"))))
            .With(new CardButton(ActionIds.Help, "", "Help"));

        Assert.Equal(50, SlackRendering.Valid(card).GetArrayLength());
        Assert.Contains("… and 23 more.", Drawn(card), StringComparison.Ordinal);
    }

    [Fact]
    public void More_words_than_a_message_takes_are_cut_where_people_see_it()
    {
        var card = Card.Titled($"x").With(Enumerable.Repeat(new CardPart.Quote(new string('ä', 10_240)), 5));

        Assert.Equal(["header", "rich_text", "rich_text", "rich_text", "context"], Types(card));
        Assert.Contains("ä…", Drawn(card), StringComparison.Ordinal);
        Assert.Contains("… and 2 more.", Drawn(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_facts_end_in_their_number() => Assert.Contains(
        "… and ", Drawn(Card.Titled($"x").Know(Enumerable.Range(0, 400).Select(at => Fact.Of($"Label {at}", $"some words")))),
        StringComparison.Ordinal);

    [Fact]
    public void The_fallback_is_escaped_once_and_never_ends_inside_an_entity()
    {
        Assert.Equal("a &amp; b\n&lt;!channel&gt; &amp;lt;", BlockKitCards.Text(Card.Titled($"a & b").Say($"{"<!channel> &lt;"}")));
        Assert.All(Enumerable.Range(0, 5), extra => Assert.EndsWith(
            "&amp;…", BlockKitCards.Text(Card.Titled($"{new string('a', extra)}{new string('&', 4000)}")), StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Types(Card card) =>
        SlackRendering.Valid(card).EnumerateArray().Select(block => block.GetProperty("type").GetString());

    private static string Drawn(Card card) => Drawn(card, out _);

    private static string Drawn(Card card, out JsonElement blocks) => (blocks = SlackRendering.Valid(card)).GetRawText();
}
