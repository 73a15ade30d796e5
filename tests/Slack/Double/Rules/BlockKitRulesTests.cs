using IntroBot.Tests.Slack.BlockKit;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>The rules themselves: what they let pass, and one small sample of everything they must not.</summary>
public sealed class BlockKitRulesTests
{
    private static readonly string A76 = new('a', 76);

    public static TheoryData<string> GoodBlocks =>
    [
        """{"type":"divider"}""",
        """{"type":"section","text":{"type":"mrkdwn","text":"*Hello*","verbatim":true},"expand":true}""",
        """{"type":"header","block_id":"h","text":{"type":"plain_text","text":"Hello","emoji":false}}""",
        """{"type":"context","elements":[{"type":"plain_text","text":"Hello"}]}""",
        """
        {"type":"rich_text","elements":[{"type":"rich_text_quote","elements":[
            {"type":"text","text":"\n","style":{"bold":true}},{"type":"user","user_id":"U12"}]}]}
        """,
        Rich("""{"type":"date","timestamp":1,"format":"{date} at {time}","fallback":"then"}"""),
        Actions("""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"Go"},"style":"primary","value":"1"}"""),
        Input("""{"type":"plain_text_input","action_id":"a","multiline":true,"min_length":1,"max_length":3,"initial_value":"abc"}"""),
        Input("""{"type":"checkboxes","action_id":"a","options":[OPTION],"initial_options":[OPTION]}"""),
        Input(
            """{"type":"multi_external_select","action_id":"a","min_query_length":1,"max_selected_items":1,"initial_options":[OPTION]}"""),
        Input("""{"type":"conversations_select","action_id":"a","filter":{"include":["public"]},"initial_conversation":"C123"}"""),
    ];

    public static TheoryData<string, string, string> BadBlocks => new()
    {
        { """{"type":"banner"}""", "unsupported block", "/blocks/0" },
        { """{"type":"divider","colour":"red"}""", "unknown property: colour", "/blocks/0" },
        { """{"type":"divider","block_id":""}""", "more than 0", "/blocks/0/block_id" },
        { $$"""{"type":"divider","block_id":"{{new string('b', 256)}}"}""", "less than 256", "/blocks/0/block_id" },
        { """{"type":"section"}""", "text or fields", "/blocks/0" },
        { """{"type":"header"}""", "missing required field: text", "/blocks/0" },
        { """{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "must be plain_text", "/blocks/0/text" },
        { """{"type":"header","text":{"type":"plain_text","text":""}}""", "more than 0", "/blocks/0/text/text" },
        { """{"type":"header","text":{"type":"plain_text","text":"  "}}""", "must not be blank", "/blocks/0/text/text" },
        { """{"type":"header","text":{"type":"plain_text","text":"\ud800"}}""", "valid text", "/blocks/0/text/text" },
        {
            $$"""{"type":"header","text":{"type":"plain_text","text":"{{new string('a', 151)}}"} }""",
            "less than 151",
            "/blocks/0/text/text"
        },
        { """{"type":"header","text":{"type":"plain_text","text":"x","emoji":"no"}}""", "must be a boolean", "/blocks/0/text/emoji" },
        { """{"type":"context","elements":[]}""", "no less than 1", "/blocks/0/elements" },
        { """{"type":"context","elements":{}}""", "must be an array", "/blocks/0/elements" },
        {
            $$"""{"type":"context","elements":[{{string.Join(',', Enumerable.Repeat("""{"type":"plain_text","text":"x"}""", 11))}}]}""",
            "no more than 10",
            "/blocks/0/elements"
        },
        { Rich("""{"type":"text","text":""}"""), "more than 0", "/elements/0/text" },
        { Rich("""{"type":"text","text":"x","style":{"big":true}}"""), "unknown property: big", "/style" },
        { Rich("""{"type":"shout","text":"x"}"""), "unsupported rich text element", "/elements/0" },
        { Rich("""{"type":"user","user_id":"ava"}"""), "must be like", "/user_id" },
        { Rich("""{"type":"link","url":"javascript:alert(1)"}"""), "must be like", "/url" },
        { Rich("""{"type":"date","timestamp":"1","format":"{date}"}"""), "must provide an integer", "/timestamp" },
        { Rich("""{"type":"date","timestamp":1,"format":"today"}"""), "must be like", "/format" },
        { Rich("""{"type":"date","timestamp":1}"""), "missing required field: format", "/elements/0" },
        { """{"type":"rich_text","elements":[{"type":"rich_text_poem","elements":[]}]}""", "unsupported rich text", "/elements/0" },
        { Actions(string.Join(',', Enumerable.Range(0, 26).Select(at => Button($"a{at}")))), "no more than 25", "/blocks/0/elements" },
        { Actions($"{Button("a")},{Button("a")}"), "action_id is used twice", "/elements/1" },
        { Actions(Button(new string('a', 256))), "less than 256", "/action_id" },
        { Actions($$"""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"{{A76}}"} }"""), "less than 76", "/text/text" },
        {
            Actions($$"""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"},"value":"{{new string('a', 2001)}}"}"""),
            "less than 2001",
            "/value"
        },
        {
            Actions("""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"},"style":"loud"}"""),
            "must be one of",
            "/style"
        },
        { Actions("""{"type":"plain_text_input","action_id":"a"}"""), "unsupported element here", "/elements/0" },
        { Input(Button("a")), "unsupported element here", "/element" },
        { """{"type":"input","element":{"type":"datepicker","action_id":"a"}}""", "missing required field: label", "/blocks/0" },
        { Input("""{"type":"plain_text_input"}"""), "missing required field: action_id", "/element" },
        { Input("""{"type":"plain_text_input","action_id":"a","max_length":3001}"""), "must be from", "/max_length" },
        { Input("""{"type":"plain_text_input","action_id":"a","min_length":5,"max_length":4}"""), "min_length is more", "/element" },
        {
            Input("""{"type":"plain_text_input","action_id":"a","max_length":2,"initial_value":"abc"}"""),
            "longer than max_length",
            "/element"
        },
        { Input("""{"type":"datepicker","action_id":"a","initial_date":"tomorrow"}"""), "must be a day", "/initial_date" },
        { Input("""{"type":"static_select","action_id":"a","options":[]}"""), "no less than 1", "/options" },
        { Input($$"""{"type":"static_select","action_id":"a","options":[{{Options(101)}}]}"""), "no more than 100", "/options" },
        { Input($$"""{"type":"checkboxes","action_id":"a","options":[{{Options(11)}}]}"""), "no more than 10", "/options" },
        { Input("""{"type":"static_select","action_id":"a","options":[OPTION,OPTION]}"""), "value is used twice", "/options/1" },
        {
            Input($$"""{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"x"},"value":"{{A76}}"}]}"""),
            "less than 76",
            "/value"
        },
        {
            Input($$"""{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"{{A76}}"},"value":"x"}]}"""),
            "less than 76",
            "/text/text"
        },
        {
            Input("""
                {"type":"static_select","action_id":"a","options":[OPTION],
                 "initial_option":{"text":{"type":"plain_text","text":"Other"},"value":"1"}}
                """),
            "equal to one",
            "/initial_option"
        },
        {
            Input("""{"type":"checkboxes","action_id":"a","options":[OPTION],"initial_options":[]}"""),
            "no less than 1",
            "/initial_options"
        },
        {
            Input("""{"type":"multi_external_select","action_id":"a","max_selected_items":1,"initial_options":[OPTION,OPTION]}"""),
            "more options are chosen",
            "/element"
        },
        {
            Input("""{"type":"conversations_select","action_id":"a","initial_conversation":"#givers"}"""),
            "channel_not_found",
            "/initial_conversation"
        },
        { Input("""{"type":"conversations_select","action_id":"a","filter":{}}"""), "at least one", "/filter" },
    };

    [Theory, MemberData(nameof(GoodBlocks))]
    public void A_correct_block_passes(string block) => Assert.Empty(BlockKitRules.FaultsOfMessage(SlackRendering.Parse($"[{block}]")));

    [Theory, MemberData(nameof(BadBlocks))]
    public void A_fault_is_found_and_pointed_at(string block, string fault, string where) => Assert.Contains(
        BlockKitRules.FaultsOfMessage(SlackRendering.Parse($"[{block}]")),
        found => found.Contains(fault, StringComparison.Ordinal) && found.EndsWith($"{where}]", StringComparison.Ordinal));

    [Fact]
    public void A_message_has_at_most_fifty_blocks_and_every_id_once()
    {
        AssertFound("no more than 50", string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51)));
        AssertFound("no less than 1", "");
        AssertFound("block_id is used twice", """{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}""");
        AssertFound(
            "msg_blocks_too_long",
            string.Join(',', Enumerable.Repeat(Rich($$"""{"type":"text","text":"{{new string('a', 2999)}}"}"""), 5)));
    }

    private static void AssertFound(string fault, string blocks) => Assert.Contains(
        BlockKitRules.FaultsOfMessage(SlackRendering.Parse($"[{blocks}]")), found => found.Contains(fault, StringComparison.Ordinal));

    private static string Rich(string element) =>
        $$"""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{{element}}]}]}""";

    private static string Actions(string elements) => $$"""{"type":"actions","elements":[{{elements}}]}""";

    private static string Button(string id) => $$"""{"type":"button","action_id":"{{id}}","text":{"type":"plain_text","text":"Go"} }""";

    private static string Input(string element) =>
        $$"""{"type":"input","label":{"type":"plain_text","text":"A label"},"element":{{element}}}"""
            .Replace("OPTION", Options(1), StringComparison.Ordinal);

    private static string Options(int count) =>
        string.Join(',', Enumerable.Range(1, count).Select(at => $$"""{"text":{"type":"plain_text","text":"One"},"value":"{{at}}"}"""));
}
