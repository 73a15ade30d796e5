using IntroBot.Slack.BlockKit;

namespace IntroBot.Tests.Slack.BlockKit;

public sealed class BlockKitViewsTests
{
    [Fact]
    public void A_form_carries_its_id_and_its_state_and_keeps_the_order_of_its_inputs()
    {
        var view = SlackRendering.Valid(new Form(
            FormIds.Give, "state-1", "Short title", [new CardPart.Text(Words.Of($"Preface"))],
            [Date("b", ""), Date("a", "")], "Save", new CardButton(ActionIds.Help, "1", "Help")));

        Assert.Equal(
            (FormIds.Give, "state-1"), (view.GetProperty("callback_id").GetString(), view.GetProperty("private_metadata").GetString()));
        Assert.Equal(["rich_text", "b", "a", "actions"], view.GetProperty("blocks").EnumerateArray()
            .Select(block => (block.TryGetProperty("block_id", out var id) ? id : block.GetProperty("type")).GetString()));
    }

    [Fact]
    public void A_title_too_long_for_its_bar_stands_whole_above_the_form()
    {
        var view = SlackRendering.Valid(new Form(FormIds.Ask, "", "A title that is longer than its bar", [], [Date("a", "")], "Send"));

        Assert.Equal("A title that is longer…", view.GetProperty("title").GetProperty("text").GetString());
        Assert.Contains("A title that is longer than its bar", view.GetProperty("blocks")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_in_a_modal_is_only_closed()
    {
        var view = SlackRendering.Valid(BlockKitViews.Card(Card.Titled($"Short title").Say($"Words")));

        Assert.Equal(BlockKitViews.CardCallback, view.GetProperty("callback_id").GetString());
        Assert.Equal("Done", view.GetProperty("close").GetProperty("text").GetString());
        Assert.False(view.TryGetProperty("submit", out _));
        Assert.Equal("rich_text", Assert.Single(view.GetProperty("blocks").EnumerateArray()).GetProperty("type").GetString());
    }

    [Fact]
    public void A_home_parts_its_cards_with_lines_and_never_cuts_one_in_its_middle()
    {
        var card = Card.Titled($"A card").With(Enumerable.Range(0, 8).Select(at => new CardPart.Text(Words.Of($"{at}"))));

        var blocks = SlackRendering.Valid(BlockKitViews.Home([.. Enumerable.Repeat(card, 20)]))
            .GetProperty("blocks").EnumerateArray().ToArray();

        Assert.Equal(10, blocks.Count(block => block.GetProperty("type").GetString() == "header"));
        Assert.Contains("… and 10 more.", blocks[^1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(100, blocks.Length);
    }

    [Fact]
    public void A_home_that_just_fits_is_whole() => Assert.DoesNotContain("more.", SlackRendering.Valid(BlockKitViews.Home(
        [.. Enumerable.Repeat(
            Card.Titled($"A card").With(Enumerable.Range(0, 48).Select(at => new CardPart.Text(Words.Of($"{at}")))),
            2)])).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public void A_home_of_large_cards_stays_within_the_size_of_a_view() => SlackRendering.Valid(BlockKitViews.Home(
        [.. Enumerable.Repeat(Card.Titled($"A card").Quote(new string('☃', 2900)), 40)]));

    [Fact]
    public void An_empty_home_is_still_a_home() => SlackRendering.Valid(BlockKitViews.Home([]));

    [Theory]
    [InlineData("2026-12-01", true)]
    [InlineData("1.12.2026", false)]
    [InlineData("2026-13-01", false)]
    public void A_day_is_given_only_when_it_is_one(string value, bool isGiven) =>
        Assert.Equal(isGiven, Element(Date("a", value)).TryGetProperty("initial_date", out _));

    [Theory]
    [InlineData("C0123", true)]
    [InlineData("givers", false)]
    [InlineData("U0123", false)]
    public void A_channel_is_given_only_when_Slack_can_know_it(string value, bool isGiven) =>
        Assert.Equal(isGiven, Element(new FormInput.Channel("a", "A", "", false, value)).TryGetProperty("initial_conversation", out _));

    [Fact]
    public void More_than_ten_choices_become_a_list() => Assert.Equal("multi_static_select", Element(new FormInput.Choices(
        "a", "A", "", false, [.. Enumerable.Range(1, 11).Select(at => new FormOption($"{at}", $"{at}"))], ["3", "11"]))
            .GetProperty("type").GetString());

    [Fact]
    public void Words_typed_before_are_cut_to_what_the_box_takes()
    {
        var box = Element(new FormInput.Text("a", "A", "", Required: true, 3, 10, Multiline: false, "one\ntwo three four"));

        Assert.Equal("one two t…", box.GetProperty("initial_value").GetString());
        Assert.Equal((3, 10), (box.GetProperty("min_length").GetInt32(), box.GetProperty("max_length").GetInt32()));
    }

    [Fact]
    public void A_box_that_may_stay_empty_has_no_least_length() =>
        Assert.False(
            Element(new FormInput.Text("a", "A", "", Required: false, 3, 10, Multiline: true, "")).TryGetProperty("min_length", out _));

    private static FormInput.Date Date(string id, string value) => new(id, "A day", "", Required: false, value);

    private static JsonElement Element(FormInput input) =>
        SlackRendering.Valid(new Form(FormIds.Ask, "", "A form", [], [input], "Send")).GetProperty("blocks")[0].GetProperty("element");
}
