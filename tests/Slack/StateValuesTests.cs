using System.Text.Json;
using CsCheck;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Slack.Inbound;

namespace IntroBot.Tests.Slack;

public sealed class StateValuesTests
{
    private static readonly string[] Names =
        [
            "type", "value", "selected_option", "selected_options", "selected_date", "selected_conversation", "selected_users", "text", "a",
            "\\ud800", "sel\\u0065cted_date",
        ];

    [Fact]
    public void Every_kind_of_answer_is_read_under_the_id_of_its_block()
    {
        var answers = Read("""
            {
              "who": {"who": {"type": "plain_text_input", "value": " Somebody "}},
              "purpose": {"purpose": {"type": "static_select", "selected_option":
                {"text": {"type": "plain_text", "text": "Advice"}, "value": "advice"}}},
              "kinds": {"kinds": {"type": "checkboxes", "selected_options": [{"value": "advice"}, {"value": "mentoring"}]}},
              "topics": {"topics": {"type": "multi_external_select", "selected_options":
                [{"value": "supply chain"}, {"value": "sourcing"}]}},
              "deadline": {"deadline": {"type": "datepicker", "selected_date": "2026-12-01"}},
              "channel": {"channel": {"type": "conversations_select", "selected_conversation": "C123"}},
              "promises": {"promises": {"type": "checkboxes", "selected_options": [{"value": "yes"}]}},
              "return": {"return": {"type": "plain_text_input", "value": null}},
              "reason": {"reason": {"type": "static_select", "selected_option": null}}
            }
            """);

        Assert.Equal(
            ("Somebody", "advice", "2026-12-01", "C123"),
            (answers.Text("who"), answers.Text("purpose"), answers.Text("deadline"), answers.Text("channel")));
        Assert.Equal(["advice", "mentoring"], answers.Many("kinds"));
        Assert.Equal(["supply chain", "sourcing"], answers.Tags("topics"));
        Assert.True(answers.IsTicked("promises"));
        Assert.True(answers.Has("return") && answers.Many("return").Count == 0 && answers.Many("reason").Count == 0);
        Assert.False(answers.Has("other"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""
        {"a":null,"b":[],"c":{"c":null},"d":{"d":{"value":{}}},
         "e":{"e":{"selected_options":{"value":"x"}}},"f":{"f":{"selected_option":"x"}}}
        """)]
    [InlineData("""
        {"a":{"a":{"value":"\ud800"}},"\ud800":{"a":{"value":"x"}},
         "b":{"b":{"\udc00":1,"selected_options":[null,1,{},{"value":3}]}}}
        """)]
    public void What_is_missing_or_foreign_reads_as_empty(string values) =>
        Assert.All("abcdef".Select(letter => letter.ToString()), id => Assert.Equal("", Read(values).Text(id)));

    [Fact]
    public void Nothing_at_all_reads_as_empty() => Assert.False(StateValues.Read(default).Has("a"));

    /// <summary>What a form begins with is what comes back when nobody changes it.</summary>
    [Fact]
    public void An_untouched_form_comes_back_as_it_was_drawn()
    {
        var options = (System.Collections.Immutable.ImmutableArray<FormOption>)[new FormOption("one", "One"), new FormOption("two", "Two")];
        var answers = Read(Untouched(SlackDrawing.Valid(new Form(FormIds.Ask, "", "A form", [],
            [
                new FormInput.Text("text", "Text", "", true, 1, 100, true, "Some\nwords"),
                new FormInput.Choice("choice", "Choice", "", true, options, "two"),
                new FormInput.Choices("choices", "Choices", "", false, options, ["two", "one"]),
                new FormInput.Tags("tags", "Tags", "", true, 3, [], ["supply chain", "sourcing"]),
                new FormInput.Date("date", "Date", "", false, "2026-12-01"),
                new FormInput.Channel("channel", "Channel", "", false, "C0123"),
                new FormInput.Checkbox("box", "Box", "", true, true),
                new FormInput.Checkbox("empty", "Box", "", false, false),
            ], "Send"))));

        Assert.Equal(
            ("Some\nwords", "two", "2026-12-01", "C0123"),
            (answers.Text("text"), answers.Text("choice"), answers.Text("date"), answers.Text("channel")));
        Assert.Equal(["one", "two"], answers.Many("choices"));
        Assert.Equal(["supply chain", "sourcing"], answers.Tags("tags"));
        Assert.True(answers.IsTicked("box") && !answers.IsTicked("empty"));
    }

    [Fact]
    public void No_JSON_makes_the_reading_fail() => Json(depth: 5).Sample(json =>
    {
        var answers = Read(json);
        _ = (answers.Text("a"), answers.Many("value"), answers.Tags("type"));
    }, iter: 2000);

    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf("null", "true", "1e400", "\"\"", "\"yes\"", "\"2026-12-01\"", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]");
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

    private static string Untouched(JsonElement view) => "{" + string.Join(',', view.GetProperty("blocks").EnumerateArray().Select(block =>
    {
        var (id, element) = (block.GetProperty("block_id").GetString(), block.GetProperty("element"));
        var begun = element.EnumerateObject().Where(field => field.Name.StartsWith("initial_", StringComparison.Ordinal)).Select(field =>
        {
            var name = field.Name == "initial_value" ? "value" : field.Name.Replace("initial_", "selected_", StringComparison.Ordinal);
            return $"\"{name}\":{field.Value.GetRawText()}";
        });
        return $"\"{id}\":{{\"{id}\":{{{string.Join(',', begun)}}}}}";
    })) + "}";

    private static FormAnswers Read(string values) => StateValues.Read(SlackDrawing.Parse(values));
}
