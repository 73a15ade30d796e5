using IntroBot.Slack.Inbound;
using IntroBot.Tests.Platforms;

namespace IntroBot.Tests.Slack.BlockKit;

public sealed class StateValuesTests : AnswersTests
{
    protected override string Channel => "C0123";

    protected override int Depth => 5;

    protected override IReadOnlyList<string> Names { get; } =
        [
            "type", "value", "selected_option", "selected_options", "selected_date", "selected_conversation", "selected_users", "text", "a",
            "\\ud800", "sel\\u0065cted_date",
        ];

    protected override string EveryKind => """
        {
          "who": {"who": {"type": "plain_text_input", "value": " Somebody, anybody "}},
          "purpose": {"purpose": {"type": "static_select", "selected_option":
            {"text": {"type": "plain_text", "text": "Advice"}, "value": "advice"}}},
          "kinds": {"kinds": {"type": "checkboxes", "selected_options": [{"value": "advice"}, {"value": "mentoring"}]}},
          "others": {"others": {"type": "checkboxes", "selected_options": []}},
          "topics": {"topics": {"type": "multi_external_select", "selected_options":
            [{"value": "supply chain"}, {"value": "sourcing"}]}},
          "deadline": {"deadline": {"type": "datepicker", "selected_date": "2026-12-01"}},
          "channel": {"channel": {"type": "conversations_select", "selected_conversation": "C0123"}},
          "promises": {"promises": {"type": "checkboxes", "selected_options": [{"value": "yes"}]}},
          "return": {"return": {"type": "plain_text_input", "value": null}},
          "reason": {"reason": {"type": "static_select", "selected_option": null}}
        }
        """;

    [Fact]
    public void What_is_null_reads_as_nothing_chosen() =>
        Assert.All(["return", "reason"], id => Assert.True(Read(EveryKind).Has(id) && Read(EveryKind).Many(id).Count == 0));

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

    protected override string Untouched(Form form) => "{" + string.Join(',', BlocksOf(form).Select(block =>
    {
        var (id, element) = (block.GetProperty("block_id").GetString(), block.GetProperty("element"));
        var begun = element.EnumerateObject().Where(field => field.Name.StartsWith("initial_", StringComparison.Ordinal)).Select(field =>
        {
            var name = field.Name == "initial_value" ? "value" : field.Name.Replace("initial_", "selected_", StringComparison.Ordinal);
            return $"\"{name}\":{field.Value.GetRawText()}";
        });
        return $"\"{id}\":{{\"{id}\":{{{string.Join(',', begun)}}}}}";
    })) + "}";

    protected override FormAnswers Read(string json) => StateValues.Read(SlackRendering.Parse(json));

    private static IEnumerable<JsonElement> BlocksOf(Form form) => SlackRendering.Valid(form).GetProperty("blocks").EnumerateArray();
}
