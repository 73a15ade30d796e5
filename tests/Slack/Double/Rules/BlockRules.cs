using System.Text.Json;
using static IntroBot.Tests.Slack.Double.Rules.Property;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes as blocks (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal static class BlockRules
{
    public static void Check(Spot block)
    {
        var shape = PropertiesOf(block.Word("type"));
        if (shape is null)
        {
            block.Refuse($"unsupported block: {block.Word("type")}");
            return;
        }

        block.Is([May("block_id", Id), .. shape]);
        if (block.Word("type") == "section" && block.Field("text") is null && block.Field("fields") is null)
            block.Refuse("missing required field: text or fields");
    }

    private static Property[]? PropertiesOf(string? type) => type switch
    {
        "section" =>
        [
            May("text", PlainOrMrkdwn(3000)), May("fields", list => Each(list, 10, PlainOrMrkdwn(2000))),
            May("accessory", ElementRules.OfActions), May("expand", YesOrNo),
        ],
        "header" => [Need("text", Plain(150))],
        "rich_text" => [Need("elements", list => Each(list, int.MaxValue, RichTextRules.Check))],
        "context" => [Need("elements", list => Each(list, 10, TextOrImage))],
        "divider" => [],
        "image" => [Need("image_url", Words(1, 3000)), Need("alt_text", Words(1, 2000)), May("title", Plain(2000))],
        "actions" => [Need("elements", Actions)],
        "input" =>
        [
            Need("label", Plain(2000)),
            Need("element", ElementRules.OfInput),
            May("hint", Plain(2000)),
            May("optional", YesOrNo),
            May("dispatch_action", YesOrNo),
        ],
        _ => null,
    };

    private static void Actions(Spot list)
    {
        Each(list, 25, ElementRules.OfActions);
        if (list.Json.ValueKind == JsonValueKind.Array) Spot.AreUnlike(list.Items(0, int.MaxValue), "action_id");
    }

    private static void TextOrImage(Spot element)
    {
        if (element.Word("type") == "image")
            element.Is(Need("image_url", Words(1, 3000)), Need("alt_text", Words(1, 2000)));
        else
            PlainOrMrkdwn(3000)(element);
    }

    private static void Each(Spot list, int most, Action<Spot> rule)
    {
        foreach (var item in list.Items(1, most)) rule(item);
    }
}
