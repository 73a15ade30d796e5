using IntroBot.Tests.Slack.BlockKit;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>The rules of modals and homes.</summary>
public sealed class BlockKitViewRulesTests
{
    private const string Title = """
        "title":{"type":"plain_text","text":"A title"}
        """;

    private const string Divider = """{"type":"divider"}""";

    private const string Input = """
        {"type":"input","label":{"type":"plain_text","text":"A label"},
         "element":{"type":"datepicker","action_id":"a","focus_on_load":true}}
        """;

    public static TheoryData<string> GoodViews =>
    [
        $$"""{"type":"home","blocks":[{{Divider}}]}""",
        $$"""{"type":"modal",{{Title}},"callback_id":"ask","private_metadata":"x","blocks":[{{Divider}}]}""",
        $$"""
        {"type":"modal",{{Title}},"submit":{"type":"plain_text","text":"Send"},
         "close":{"type":"plain_text","text":"Cancel"},"blocks":[{{Input}}]}
        """,
    ];

    public static TheoryData<string, string> BadViews => new()
    {
        { $$"""{"type":"poster","blocks":[{{Divider}}]}""", "must be a modal or a home" },
        { $$"""{"type":"home",{{Title}},"blocks":[{{Divider}}]}""", "unknown property: title" },
        { $$"""{"type":"home","submit":{"type":"plain_text","text":"Send"},"blocks":[{{Divider}}]}""", "unknown property: submit" },
        { $$"""{"type":"home","close":{"type":"plain_text","text":"Done"},"blocks":[{{Divider}}]}""", "unknown property: close" },
        { $$"""{"type":"modal","blocks":[{{Divider}}]}""", "missing required field: title" },
        { $$"""{"type":"modal",{{Title}}}""", "missing required field: blocks" },
        { $$"""{"type":"modal",{{Title}},"blocks":[{{Input}}]}""", "missing required field: submit" },
        { $$"""{"type":"modal","title":{"type":"plain_text","text":"{{new string('t', 25)}}"},"blocks":[{{Divider}}]}""", "less than 25" },
        { $$"""{"type":"modal",{{Title}},"callback_id":"{{new string('c', 256)}}","blocks":[{{Divider}}]}""", "less than 256" },
        { $$"""{"type":"modal",{{Title}},"private_metadata":"{{new string('m', 3001)}}","blocks":[{{Divider}}]}""", "less than 3001" },
        { $$"""{"type":"home","blocks":[{{string.Join(',', Enumerable.Repeat(Divider, 101))}}]}""", "no more than 100" },
        {
            $$"""{"type":"modal",{{Title}},"submit":{"type":"plain_text","text":"Send"},"blocks":[{{Input}},{{Input}}]}""",
            "only one element can have the focus"
        },
        { $$"""{"type":"home","blocks":[{{string.Join(',', Enumerable.Repeat(Paragraph, 90))}}]}""", "view_too_large" },
    };

    private static string Paragraph => $$"""{"type":"section","text":{"type":"plain_text","text":"{{new string('p', 2990)}}"} }""";

    [Theory, MemberData(nameof(GoodViews))]
    public void A_correct_view_passes(string view) => Assert.Empty(BlockKitRules.FaultsOfView(SlackRendering.Parse(view)));

    [Theory, MemberData(nameof(BadViews))]
    public void A_fault_of_a_view_is_found(string view, string fault) =>
        Assert.Contains(BlockKitRules.FaultsOfView(SlackRendering.Parse(view)), found => found.Contains(fault, StringComparison.Ordinal));
}
