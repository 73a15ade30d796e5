using System.Text.RegularExpressions;
using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Tests.Teams.AdaptiveCards;

public sealed class AdaptiveFormsTests
{
    private static readonly FormOption[] Options = [new("one", "One"), new("two", "Two"), new("three", "Three")];

    private static readonly Form Everything = new(
        FormIds.Give, "state-1", "Short title", [new CardPart.Text(Words.Of($"Preface"))],
        [
            new FormInput.Text("text", "Text", "Some help", true, 3, 100, true, "Given words"),
            new FormInput.Choice("choice", "Choice", "", true, [.. Options], "two"),
            new FormInput.Choices("choices", "Choices", "", false, [.. Options], ["two", "one"]),
            new FormInput.Tags("tags", "Tags", "", true, 3, [], ["supply chain", "sourcing"]),
            new FormInput.Date("date", "Date", "", false, "2026-12-01"),
            new FormInput.Channel("channel", "Channel", "", false, "channel"),
            new FormInput.Checkbox("box", "Box", "", true, true),
        ],
        "Save",
        new CardButton(ActionIds.Help, "1", "Help"));

    [Fact]
    public void A_form_in_a_chat_has_its_title_in_it_and_asks_the_bot()
    {
        var form = TeamsRendering.Valid(Everything).GetRawText();

        Assert.Contains("\"text\":\"Short title\"", form, StringComparison.Ordinal);
        Assert.Contains(
            """{"type":"Action.Execute","title":"Save","verb":"form.send","data":"""
                + """{"introbot":{"form":"give","state":"state-1","many":["choices"],"onForm":true}},"style":"positive"}""",
            form, StringComparison.Ordinal);
        Assert.Contains(
            """{"type":"Action.Execute","title":"Help","verb":"help","data":"""
                + """{"introbot":{"action":"help","value":"1","onForm":true}},"associatedInputs":"none"}""",
            form, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_in_a_dialog_has_its_title_apart_and_its_buttons_at_the_foot()
    {
        var form = TeamsRendering.Fresh(Everything, FormLocation.InDialog);

        var actions = TeamsRendering.Valid(form.Card).GetProperty("actions");
        Assert.Equal("Short title", form.Title);
        Assert.DoesNotContain("Short title", AdaptiveJson.Write(form.Card), StringComparison.Ordinal);
        Assert.Equal(
            """{"type":"Action.Submit","title":"Save","data":"""
                + """{"introbot":{"form":"give","state":"state-1","many":["choices"]}},"style":"positive"}""",
            actions[0].GetRawText());
        Assert.Equal(
            """{"type":"Action.Submit","title":"Help","data":{"introbot":{"action":"help","value":"1"}},"associatedInputs":"none"}""",
            actions[1].GetRawText());
    }

    [Fact]
    public void A_title_too_long_for_the_bar_stands_whole_above_the_form()
    {
        var title = "A title that is longer than the bar of a dialog has room for";
        var form = TeamsRendering.Fresh(Everything with { Title = title }, FormLocation.InDialog);

        Assert.EndsWith("…", form.Title, StringComparison.Ordinal);
        Assert.Equal(title, TeamsRendering.Lines(TeamsRendering.Valid(form.Card)).First());
    }

    [Fact]
    public void Inputs_begin_with_what_the_form_holds()
    {
        var form = TeamsRendering.Valid(Everything);

        Assert.Equal(
            ["Given words", "two", "one,two", "supply chain, sourcing", "2026-12-01", "channel", "yes"],
            Everything.Inputs.Select(input => Value(form, input.Id)));
    }

    [Fact]
    public void What_was_typed_wins_and_every_error_stands_below_its_input()
    {
        var typed = Typed(("text", "no"), ("choice", "three"), ("tags", "tents, sails"), ("date", ""));
        var errors = new Dictionary<string, string> { ["text"] = "A little more, please.", ["elsewhere"] = "Something else." };

        var form = TeamsRendering.Valid(AdaptiveForms.Of(Everything, FormLocation.InChat, errors, typed, TeamsRendering.Channels).Card);

        Assert.Equal(["no", "three", null, "tents, sails", null, null, null], Everything.Inputs.Select(input => Value(form, input.Id)));
        Assert.Equal(
            [
                "Short title",
                "Nothing is lost. Please mend what is marked below, and send it again.",
                "Something else.",
                "Preface",
                "A little more, please.",
                "Some help",
                "“Help” leaves what you typed here behind.",
            ],
            TeamsRendering.Lines(form));
        Assert.Equal(
            3, TeamsRendering.Elements(form).Count(element => element.GetRawText().Contains("attention", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, 3, "ab", false)]
    [InlineData(true, 3, "abc", true)]
    [InlineData(true, 3, "a\nb", true)]
    [InlineData(false, 3, "", true)]
    [InlineData(false, 3, "ab", false)]
    public void A_least_length_is_a_pattern_that_takes_line_breaks_too(bool required, int least, string typed, bool fits)
    {
        var input = Input(new FormInput.Text("a", "A", "", required, least, 10, Multiline: true, ""));

        Assert.Equal("A little more, please: at least 3 characters.", input.GetProperty("errorMessage").GetString());
        Assert.Equal(fits, Regex.IsMatch(typed, input.GetProperty("regex").GetString()!, RegexOptions.ECMAScript));
    }

    [Fact]
    public void A_box_that_may_stay_empty_asks_for_nothing()
    {
        var input = Input(new FormInput.Text("a", "A", "", Required: false, 0, 10, Multiline: false, "one\ntwo three four"));

        Assert.All(["isRequired", "errorMessage", "regex"], name => Assert.False(input.TryGetProperty(name, out _)));
        Assert.Equal(("one two t…", 10), (input.GetProperty("value").GetString(), input.GetProperty("maxLength").GetInt32()));
    }

    [Theory, InlineData(150, false), InlineData(151, true)]
    public void A_box_that_begins_with_more_than_it_shows_is_made_higher(int letters, bool isHigh)
    {
        var form = TeamsRendering.Valid(
            Everything with { Inputs = [new FormInput.Text("note", "Note", "", true, 0, 900, Multiline: true, new string('x', letters))] });

        Assert.Equal(isHigh, form.GetRawText().Contains("\"height\":\"stretch\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_few_choices_are_in_sight_and_more_fold_into_a_menu()
    {
        Assert.Equal("expanded", Input(new FormInput.Choice("a", "A", "", true, [.. Options], "")).GetProperty("style").GetString());
        Assert.Equal("compact", Input(new FormInput.Choice("a", "A", "", false, [.. Options], "")).GetProperty("style").GetString());
        Assert.Equal("compact", Input(new FormInput.Choice("a", "A", "", true, [.. Options, new("4", "Four"), new("5", "Five")], ""))
            .GetProperty("style").GetString());
    }

    [Theory]
    [InlineData("2026-12-01", true)]
    [InlineData("1.12.2026", false)]
    [InlineData("2026-13-01", false)]
    public void A_day_is_given_only_when_it_is_one(string value, bool isGiven) =>
        Assert.Equal(isGiven, Input(new FormInput.Date("a", "A", "", false, value)).TryGetProperty("value", out _));

    [Fact]
    public void Where_no_channel_is_known_a_text_says_how_one_appears()
    {
        var form = new Form(FormIds.Settings, "", "A form", [], [new FormInput.Channel("a", "The channel", "", true, "x")], "Send");

        var drawn = TeamsRendering.Valid(AdaptiveForms.Of(form, FormLocation.InChat, new Dictionary<string, string>(), null, []).Card);

        Assert.Contains("Add me to the team whose channel it is", drawn.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", drawn.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_channel_that_is_chosen_stays_among_more_than_a_menu_takes()
    {
        ChannelOption[] channels = [.. Enumerable.Range(0, 300).Select(at => new ChannelOption($"19:{at}@thread.tacv2", $"Channel {at}"))];
        var form = new Form(
            FormIds.Settings, "", "A form", [], [new FormInput.Channel("a", "The channel", "", true, "19:299@thread.tacv2")], "Send");

        var drawn = TeamsRendering.Valid(
            AdaptiveForms.Of(form, FormLocation.InChat, new Dictionary<string, string>(), null, channels).Card);

        Assert.Equal("19:299@thread.tacv2", Value(drawn, "a"));
    }

    private static JsonElement Input(FormInput input) =>
        TeamsRendering.Input(TeamsRendering.Valid(new Form(FormIds.Ask, "", "A form", [], [input], "Send")), input.Id);

    private static string? Value(JsonElement form, string id) =>
        TeamsRendering.Input(form, id).TryGetProperty("value", out var value) ? value.GetString() : null;

    private static FormAnswers Typed(params (string Id, string Words)[] answers) =>
        new(answers.ToDictionary(answer => answer.Id, answer => (IReadOnlyList<string>)[answer.Words]));
}
