using System.Text.Json;
using CsCheck;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Slack;

namespace IntroBot.Tests.Teams;

public sealed class AdaptiveAnswersTests
{
    private static readonly string[] Names = ["introbot", "form", "state", "action", "value", "many", "a", "\\ud800", "intro\\u0062ot"];

    [Fact]
    public void Every_kind_of_answer_is_read_under_its_id()
    {
        var data = SlackDrawing.Parse("""
            {
              "introbot": {"form": "give", "state": "s1", "many": ["kinds", "others"]},
              "who": " Somebody, anybody ", "purpose": "advice", "kinds": "advice,mentoring", "others": "",
              "topics": "supply chain, sourcing", "deadline": "2026-12-01", "channel": "19:x@thread.tacv2",
              "promises": "yes", "box": "false", "return": ""
            }
            """);

        var answers = AdaptiveAnswers.Read(data);

        Assert.Equal(
            ("Somebody, anybody", "advice", "2026-12-01", "19:x@thread.tacv2"),
            (answers.Text("who"), answers.Text("purpose"), answers.Text("deadline"), answers.Text("channel")));
        Assert.Equal(["advice", "mentoring"], answers.Many("kinds"));
        Assert.Equal(["supply chain", "sourcing"], answers.Tags("topics"));
        Assert.True(answers.IsTicked("promises") && !answers.IsTicked("box"));
        Assert.True(answers.Has("return") && answers.Has("others") && answers.Many("others").Count == 0);
        Assert.False(answers.Has("introbot") || answers.Has("nothing"));
    }

    [Fact]
    public void What_a_form_or_a_button_carries_is_read()
    {
        var carried = CarriedData.Read(SlackDrawing.Parse("""{"introbot":{"form":"give","state":"s1","action":"help","value":"v1"}}"""));

        Assert.Equal(("give", "s1", "help", "v1"), (carried.Form, carried.State, carried.Action, carried.Value));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"introbot":"form","a":null,"b":[],"c":{"value":"x"},"d":7,"e":true}""")]
    [InlineData("""{"introbot":{"form":7,"state":{},"action":null,"value":["x"],"many":{"a":1}},"a":"\ud800","\ud800":"x"}""")]
    public void What_is_missing_or_foreign_reads_as_nothing(string json)
    {
        var data = SlackDrawing.Parse(json);
        var carried = CarriedData.Read(data);

        Assert.All("abcde".Select(letter => letter.ToString()), id => Assert.Equal("", AdaptiveAnswers.Read(data).Text(id)));
        Assert.Equal((null, null, null, null), (carried.Form, carried.State, carried.Action, carried.Value));
    }

    [Fact]
    public void Nothing_at_all_reads_as_nothing()
    {
        Assert.False(AdaptiveAnswers.Read(default).Has("a"));
        Assert.Null(CarriedData.Read(default).Form);
    }

    [Fact]
    public void More_than_anybody_can_type_is_cut_and_what_is_too_long_to_be_ours_is_not_believed()
    {
        var data = SlackDrawing.Parse($$$"""
            {"a":"{{{new string('x', 50_000)}}}","{{{new string('n', 500)}}}":"x",
             "introbot":{"form":"{{{new string('f', 101)}}}","value":"{{{new string('v', 3001)}}}"},
             {{{string.Join(',', Enumerable.Range(0, 500).Select(at => $"\"x{at}\":\"\""))}}}}
            """);

        Assert.Equal(10_000, AdaptiveAnswers.Read(data).Text("a").Length);
        Assert.False(AdaptiveAnswers.Read(data).Has(new string('n', 500)) || AdaptiveAnswers.Read(data).Has("x499"));
        Assert.Equal((null, null), (CarriedData.Read(data).Form, CarriedData.Read(data).Value));
    }

    /// <summary>What a form begins with is what comes back when nobody changes it.</summary>
    [Fact]
    public void An_untouched_form_comes_back_as_it_was_drawn()
    {
        var options = (System.Collections.Immutable.ImmutableArray<FormOption>)[new FormOption("one", "One"), new FormOption("two", "Two")];
        var form = TeamsDrawing.Valid(new Form(FormIds.Ask, "s1", "A form", [],
            [
                new FormInput.Text("text", "Text", "", true, 1, 100, true, "Some\nwords, two"),
                new FormInput.Choice("choice", "Choice", "", true, options, "two"),
                new FormInput.Choices("choices", "Choices", "", false, options, ["two", "one"]),
                new FormInput.Tags("tags", "Tags", "", true, 3, [], ["supply chain", "sourcing"]),
                new FormInput.Date("date", "Date", "", false, "2026-12-01"),
                new FormInput.Channel("channel", "Channel", "", false, "channel"),
                new FormInput.Checkbox("box", "Box", "", true, true),
                new FormInput.Checkbox("empty", "Box", "", false, false),
            ], "Send"));

        var data = Untouched(form);
        var answers = AdaptiveAnswers.Read(data);

        Assert.Equal(
            ("Some\nwords, two", "two", "2026-12-01", "channel"),
            (answers.Text("text"), answers.Text("choice"), answers.Text("date"), answers.Text("channel")));
        Assert.Equal(["one", "two"], answers.Many("choices"));
        Assert.Equal(["supply chain", "sourcing"], answers.Tags("tags"));
        Assert.True(answers.IsTicked("box") && !answers.IsTicked("empty"));
        Assert.Equal((FormIds.Ask, "s1"), (CarriedData.Read(data).Form, CarriedData.Read(data).State));
    }

    [Fact]
    public void No_JSON_makes_the_reading_fail() => Json(depth: 4).Sample(json =>
    {
        var answers = AdaptiveAnswers.Read(SlackDrawing.Parse(json));
        _ = (answers.Text("a"), answers.Many("value"), answers.Tags("many"), CarriedData.Read(SlackDrawing.Parse(json)));
    }, iter: 2000);

    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf("null", "true", "1e400", "\"\"", "\"yes\"", "\"a,b\"", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]");
        if (depth == 0)
        {
            return leaf;
        }

        var field = Gen.Select(Gen.OneOf(Names), Json(depth - 1), (name, value) => $"\"{name}\":{value}");
        return Gen.OneOf(
            leaf,
            field.Array[0, 4].Select(fields => $"{{{string.Join(',', fields)}}}"),
            Json(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"));
    }

    /// <summary>As a client sends it: the data of the action, and beside it every input, a toggle that is off as <c>false</c>.</summary>
    private static JsonElement Untouched(JsonElement form)
    {
        var inputs = TeamsDrawing.Elements(form).Where(element => element.TryGetProperty("id", out _)).Select(input =>
        {
            var value = input.TryGetProperty("value", out var given) ? given.GetRawText() : "\"false\"";
            return $"\"{input.GetProperty("id").GetString()}\":{value}";
        });
        var sent = TeamsDrawing.Elements(form)
            .Last(element => TeamsDrawing.Type(element) == "ActionSet")
            .GetProperty("actions")[0]
            .GetProperty("data")
            .GetRawText();
        return SlackDrawing.Parse($"{sent[..^1]},{string.Join(',', inputs)}}}");
    }
}
