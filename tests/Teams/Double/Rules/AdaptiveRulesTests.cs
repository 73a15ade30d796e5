using IntroBot.Tests.Slack.BlockKit;

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>The rules themselves: what they let pass, and a small sample of what they must not.</summary>
public sealed class AdaptiveRulesTests(CardValidator validator)
{
    private const string Good = """{"type":"TextBlock","text":"A title","style":"heading","size":"large","weight":"bolder","wrap":true}""";

    public static TheoryData<string, string> Bad => new()
    {
        {
            """{"type":"TextBlock","text":"A *title*","style":"heading","size":"large","weight":"bolder","wrap":true}""",
            "marks of Markdown"
        },
        {
            """{"type":"TextBlock","text":"see evil.example","style":"heading","size":"large","weight":"bolder","wrap":true}""",
            "an address"
        },
        { """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"{{DATE(2026-11-24T10:00:00Z)}}"}]}""", "a function" },
        { """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a\nb"}]}""", "one line" },
        {
            """
            {"type":"RichTextBlock","inlines":[
                {"type":"TextRun","text":"a","selectAction":{"type":"Action.OpenUrl","url":"http://x"}}]}
            """,
            "https"
        },
        { """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a","selectAction":{"url":"https://x"}}]}""", "Action.OpenUrl" },
        { """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"a","bold":true}]}""", "unknown property: bold" },
        { """{"type":"FactSet","facts":[]}""", "unsupported element" },
        { """{"type":"Container","items":[]}""", "no less than 1" },
        {
            """{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","data":{"introbot":{}}}]}""",
            "missing required field: verb"
        },
        { """{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"x","data":"x"}]}""", "must be an object" },
        { """{"type":"Input.Date","id":"a","label":"A","isRequired":true}""", "need an errorMessage" },
        { """{"type":"Input.Text","id":"a","label":"A","maxLength":5,"regex":"^.{3,}$"}""", "isRequired" },
        {
            """
            {"type":"Input.ChoiceSet","id":"a","label":"A","style":"compact","wrap":true,
             "value":"y","choices":[{"title":"X","value":"x"}]}
            """,
            "one of the choices"
        },
        {
            """{"type":"Container","items":[{"type":"Input.Date","id":"a","label":"A"}]},{"type":"Input.Date","id":"a","label":"A"}""",
            "used twice"
        },
    };

    [Theory, MemberData(nameof(Bad))]
    public void Our_rules_refuse(string elements, string why) =>
        Assert.Contains(
            AdaptiveRules.FaultsOf(SlackRendering.Parse(CardOf(elements))), fault => fault.Contains(why, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"type":"TextBlok"}""", "TextBlok")]
    [InlineData("""{"type":"TextBlock","text":"x","colour":"red"}""", "no colour")]
    [InlineData("""{"type":"TextBlock","text":"x","size":"huge"}""", "huge")]
    [InlineData("""{"type":"Input.Text","id":"a","labelPosition":"inline"}""", "1.6")]
    [InlineData("""{"type":"Input.Text"}""", "unique Id")]
    public async Task The_parser_of_Microsoft_refuses(string elements, string why) =>
        Assert.Contains(
            await validator.FaultsAsync(SlackRendering.Parse(CardOf(elements))), fault => fault.Contains(why, StringComparison.Ordinal));

    [Fact]
    public async Task Both_let_a_good_card_pass()
    {
        var card = SlackRendering.Parse(CardOf(Good));

        Assert.Empty(AdaptiveRules.FaultsOf(card));
        Assert.Empty(await validator.FaultsAsync(card));
    }

    private static string CardOf(string elements) => $$"""
        {"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.5",
         "body":[{{elements}}]}
        """;
}
