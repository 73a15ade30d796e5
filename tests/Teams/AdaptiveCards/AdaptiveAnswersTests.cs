using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.BlockKit;

namespace IntroBot.Tests.Teams.AdaptiveCards;

public sealed class AdaptiveAnswersTests : AnswersTests
{
    protected override string Channel => "channel";

    protected override int Depth => 4;

    protected override IReadOnlyList<string> Names { get; } =
        ["introbot", "form", "state", "action", "value", "many", "type", "a", "\\ud800", "intro\\u0062ot"];

    protected override string EveryKind => """
        {
          "introbot": {"form": "give", "state": "s1", "many": ["kinds", "others"]},
          "who": " Somebody, anybody ", "purpose": "advice", "kinds": "advice,mentoring", "others": "",
          "topics": "supply chain, sourcing", "deadline": "2026-12-01", "channel": "channel",
          "promises": "yes", "box": "false", "return": ""
        }
        """;

    [Fact]
    public void What_the_form_carries_is_no_answer() => Assert.False(Read(EveryKind).Has("introbot"));

    [Fact]
    public void What_a_form_or_a_button_carries_is_read()
    {
        var carried = CarriedData.Read(SlackRendering.Parse("""{"introbot":{"form":"give","state":"s1","action":"help","value":"v1"}}"""));

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
        var data = SlackRendering.Parse(json);
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
        var data = SlackRendering.Parse($$$"""
            {"a":"{{{new string('x', 50_000)}}}","{{{new string('n', 500)}}}":"x",
             "introbot":{"form":"{{{new string('f', 101)}}}","value":"{{{new string('v', 3001)}}}"},
             {{{string.Join(',', Enumerable.Range(0, 500).Select(at => $"\"x{at}\":\"\""))}}}}
            """);

        Assert.Equal(10_000, AdaptiveAnswers.Read(data).Text("a").Length);
        Assert.False(AdaptiveAnswers.Read(data).Has(new string('n', 500)) || AdaptiveAnswers.Read(data).Has("x499"));
        Assert.Equal((null, null), (CarriedData.Read(data).Form, CarriedData.Read(data).Value));
    }

    [Fact]
    public void An_untouched_form_brings_back_what_it_carried()
    {
        var carried = CarriedData.Read(SlackRendering.Parse(Untouched(new Form(FormIds.Ask, "s1", "A form", [], [], "Send"))));

        Assert.Equal((FormIds.Ask, "s1"), (carried.Form, carried.State));
    }

    protected override FormAnswers Read(string json) => AdaptiveAnswers.Read(SlackRendering.Parse(json));

    protected override void ReadAll(string json)
    {
        base.ReadAll(json);
        _ = (Read(json).Tags("many"), CarriedData.Read(SlackRendering.Parse(json)));
    }

    /// <summary>As a client sends it: the data of the action, and beside it every input, a toggle that is off as <c>false</c>.</summary>
    protected override string Untouched(Form form)
    {
        var drawn = TeamsRendering.Valid(form);
        var inputs = TeamsRendering.Elements(drawn).Where(element => element.TryGetProperty("id", out _)).Select(input =>
        {
            var value = input.TryGetProperty("value", out var given) ? given.GetRawText() : "\"false\"";
            return $"\"{input.GetProperty("id").GetString()}\":{value}";
        });
        var sent = TeamsRendering.Elements(drawn)
            .Last(element => TeamsRendering.Type(element) == "ActionSet")
            .GetProperty("actions")[0]
            .GetProperty("data")
            .GetRawText();
        return $"{{{string.Join(',', inputs.Prepend(sent[1..^1]))}}}";
    }
}
