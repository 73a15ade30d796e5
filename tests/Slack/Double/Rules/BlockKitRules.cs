using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>
/// A validator of Block Kit that knows nothing of the renderer: it reads JSON and has its numbers from Slack's documents. It is stricter
/// than Slack where the documents leave something open, and knows the blocks and elements a bot of this kind can need.
/// </summary>
internal static class BlockKitRules
{
    /// <summary>
    /// Slack refuses a message with more words than about this, markup included (https://github.com/slackapi/bolt-js/issues/2509).
    /// </summary>
    private const int WordsOfMessage = 12_000;

    private const int BytesOfView = 250_000;

    public static IReadOnlyList<string> FaultsOfMessage(JsonElement blocks)
    {
        var message = new ValidatedJson(blocks, "/blocks", []);
        Blocks(50)(message);
        if (Length(blocks) > WordsOfMessage) message.Refuse("msg_blocks_too_long");
        return message.Faults;
    }

    public static IReadOnlyList<string> FaultsOfView(JsonElement view)
    {
        var spot = new ValidatedJson(view, "/view", []);
        switch (spot.Text("type"))
        {
            case "modal":
                spot.Is([
                    Required("title", Plain(24)), Optional("submit", Plain(24)), Optional("close", Plain(24)),
                    Optional("clear_on_close", YesOrNo), Optional("notify_on_close", YesOrNo), .. Both,
                ]);
                if (spot.Field("submit") is null && BlocksOf(spot).Any(block => block.Text("type") == "input"))
                    spot.Refuse("missing required field: submit");
                break;
            case "home":
                spot.Is(Both);
                break;
            default:
                spot.Refuse("must be a modal or a home");
                break;
        }

        foreach (var second in BlocksOf(spot)
            .Select(block => block.Field("element"))
            .Where(element => element?.Field("focus_on_load")?.Json.ValueKind == JsonValueKind.True)
            .Skip(1))
            second!.Value.Refuse("only one element can have the focus");
        if (Encoding.UTF8.GetByteCount(view.GetRawText()) > BytesOfView) spot.Refuse("view_too_large");
        return spot.Faults;
    }

    private static PropertyRule[] Both =>
    [
        Required("blocks", Blocks(100)), Optional("callback_id", Id), Optional("private_metadata", Words(0, 3000)),
        Optional("external_id", Words(0, 255)),
    ];

    private static Action<ValidatedJson> Blocks(int most) => list =>
    {
        var blocks = list.Items(1, most);
        foreach (var block in blocks) BlockRules.Check(block);
        ValidatedJson.AreUnique(blocks, "block_id");
    };

    private static IReadOnlyList<ValidatedJson> BlocksOf(ValidatedJson view) =>
        view.Field("blocks") is { Json.ValueKind: JsonValueKind.Array } blocks ? blocks.Items(0, int.MaxValue) : [];

    private static int Length(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetRawText().Length - 2,
        JsonValueKind.Array => json.EnumerateArray().Sum(Length),
        JsonValueKind.Object => json.EnumerateObject().Sum(field => Length(field.Value)),
        _ => 0,
    };
}
