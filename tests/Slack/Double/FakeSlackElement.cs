namespace IntroBot.Tests.Slack.Double;

/// <summary>A button, menu or field that a person can use, in its block.</summary>
internal sealed record FakeSlackElement(JsonObject Block, JsonObject Element)
{
    public string Type => Element.Text("type");

    public string BlockId => Block.Text("block_id");

    public string ActionId => Element.Text("action_id");

    /// <summary>In an input block, which sends nothing before the submission unless it dispatches.</summary>
    public bool IsInput => Block.Text("type") == "input";

    public bool IsOptional => Block.Flag("optional");

    public bool IsMany => Type.StartsWith("multi_", StringComparison.Ordinal) || Type == "checkboxes";

    /// <summary>What a person reads on it or above it.</summary>
    public string Label => IsInput ? Block.At("label").Text("text")
        : Type == "button" ? Element.At("text").Text("text")
        : Element.At("placeholder") is { } placeholder ? placeholder.Text("text")
        : Block.At("text").Text("text");

    public IEnumerable<JsonObject> Options =>
        Element.Objects("options").Concat(Element.Objects("option_groups").SelectMany(group => group.Objects("options")));

    public static IEnumerable<FakeSlackElement> In(JsonArray blocks) =>
        blocks.OfType<JsonObject>().SelectMany(block => block.Text("type") switch
        {
            "input" when block.At("element") is JsonObject element => [new FakeSlackElement(block, element)],
            "section" when block.At("accessory") is JsonObject element => [new FakeSlackElement(block, element)],
            "actions" or "context_actions" => block.Objects("elements").Select(element => new FakeSlackElement(block, element)),
            _ => Enumerable.Empty<FakeSlackElement>(),
        }).Where(each => each.Type != "image");

    /// <summary>A copy of blocks in which Slack invented the ids that the app left out.</summary>
    public static JsonArray Named(JsonArray blocks, FakeSlack slack)
    {
        var named = (JsonArray)blocks.DeepClone();
        foreach (var block in named.OfType<JsonObject>()) Name(block, "block_id", slack);
        foreach (var element in In(named)) Name(element.Element, "action_id", slack);
        return named;
    }

    private static void Name(JsonObject of, string id, FakeSlack slack)
    {
        if (of.Text(id).Length == 0) of[id] = slack.NextId("b");
    }
}
