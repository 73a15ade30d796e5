using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes as blocks (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal static class BlockRules
{
    public static void Check(ValidatedJson block)
    {
        var shape = PropertiesOf(block.Text("type"));
        if (shape is null)
        {
            block.Refuse($"unsupported block: {block.Text("type")}");
            return;
        }

        block.Is([Optional("block_id", Id), .. shape]);
        if (block.Text("type") == "section" && block.Field("text") is null && block.Field("fields") is null)
            block.Refuse("missing required field: text or fields");
    }

    private static PropertyRule[]? PropertiesOf(string? type) => type switch
    {
        "section" =>
        [
            Optional("text", PlainOrMrkdwn(3000)), Optional("fields", list => Each(list, 10, PlainOrMrkdwn(2000))),
            Optional("accessory", ElementRules.OfActions), Optional("expand", YesOrNo),
        ],
        "header" => [Required("text", Plain(150))],
        "rich_text" => [Required("elements", list => Each(list, int.MaxValue, RichTextRules.Check))],
        "context" => [Required("elements", list => Each(list, 10, TextOrImage))],
        "divider" => [],
        "image" => [Required("image_url", Words(1, 3000)), Required("alt_text", Words(1, 2000)), Optional("title", Plain(2000))],
        "actions" => [Required("elements", Actions)],
        "input" =>
        [
            Required("label", Plain(2000)),
            Required("element", ElementRules.OfInput),
            Optional("hint", Plain(2000)),
            Optional("optional", YesOrNo),
            Optional("dispatch_action", YesOrNo),
        ],
        _ => null,
    };

    private static void Actions(ValidatedJson list)
    {
        Each(list, 25, ElementRules.OfActions);
        if (list.Json.ValueKind == JsonValueKind.Array) ValidatedJson.AreUnique(list.Items(0, int.MaxValue), "action_id");
    }

    private static void TextOrImage(ValidatedJson element)
    {
        if (element.Text("type") == "image")
            element.Is(Required("image_url", Words(1, 3000)), Required("alt_text", Words(1, 2000)));
        else
            PlainOrMrkdwn(3000)(element);
    }

    private static void Each(ValidatedJson list, int most, Action<ValidatedJson> rule)
    {
        foreach (var item in list.Items(1, most)) rule(item);
    }
}
