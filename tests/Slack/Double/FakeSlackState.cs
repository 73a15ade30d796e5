namespace IntroBot.Tests.Slack.Double;

/// <summary>What the menus and fields of a message or view hold, as Slack sends it in <c>state.values</c>.</summary>
internal sealed class FakeSlackState
{
    private static readonly Dictionary<string, (string Field, string Initial)> Fields = new(StringComparer.Ordinal)
    {
        ["plain_text_input"] = ("value", "initial_value"),
        ["email_text_input"] = ("value", "initial_value"),
        ["url_text_input"] = ("value", "initial_value"),
        ["number_input"] = ("value", "initial_value"),
        ["static_select"] = ("selected_option", "initial_option"),
        ["external_select"] = ("selected_option", "initial_option"),
        ["radio_buttons"] = ("selected_option", "initial_option"),
        ["multi_static_select"] = ("selected_options", "initial_options"),
        ["multi_external_select"] = ("selected_options", "initial_options"),
        ["checkboxes"] = ("selected_options", "initial_options"),
        ["users_select"] = ("selected_user", "initial_user"),
        ["multi_users_select"] = ("selected_users", "initial_users"),
        ["conversations_select"] = ("selected_conversation", "initial_conversation"),
        ["multi_conversations_select"] = ("selected_conversations", "initial_conversations"),
        ["channels_select"] = ("selected_channel", "initial_channel"),
        ["multi_channels_select"] = ("selected_channels", "initial_channels"),
        ["datepicker"] = ("selected_date", "initial_date"),
        ["timepicker"] = ("selected_time", "initial_time"),
        ["datetimepicker"] = ("selected_date_time", "initial_date_time"),
        ["rich_text_input"] = ("rich_text_value", "initial_value"),
    };

    private readonly Dictionary<(string Block, string Action), JsonObject> values = [];

    /// <param name="blocks">The blocks as they are shown now.</param>
    /// <param name="before">What was shown before: fields of the same ids keep what people entered.</param>
    public FakeSlackState(JsonArray blocks, FakeSlackState? before = null)
    {
        foreach (var element in FakeSlackElement.In(blocks))
        {
            if (!Fields.TryGetValue(element.Type, out var field)) continue;
            var kept = before?.values.GetValueOrDefault((element.BlockId, element.ActionId));
            values[(element.BlockId, element.ActionId)] = kept?.Text("type") == element.Type ? kept : new JsonObject
            {
                ["type"] = element.Type,
                [field.Field] = element.Element[field.Initial]?.DeepClone() ?? (element.IsMany ? new JsonArray() : null),
            };
        }
    }

    /// <summary>What a field holds: texts, ids or option values; nothing when it is empty.</summary>
    public IReadOnlyList<string> Of(FakeSlackElement element) =>
        values.GetValueOrDefault((element.BlockId, element.ActionId))?[Fields[element.Type].Field] switch
        {
            JsonArray many => [.. many.Select(Entry)],
            { } one => [Entry(one)],
            null => [],
        };

    /// <summary>What an interaction says of an element that was just used.</summary>
    public JsonObject Chosen(FakeSlackElement element) => (JsonObject)values[(element.BlockId, element.ActionId)].DeepClone();

    public void Set(FakeSlackElement element, IReadOnlyList<string> entries, IEnumerable<JsonObject>? suggested = null)
    {
        if (!Fields.TryGetValue(element.Type, out var field))
            throw new FakeSlackUserErrorException($"Nothing can be entered in a {element.Type}.");
        var nodes = entries.Where(entry => entry.Length > 0)
            .Select(entry => Node(element, entry, [.. suggested ?? element.Options, .. Picked(element, field.Field)]));
        values[(element.BlockId, element.ActionId)] = new JsonObject
        {
            ["type"] = element.Type,
            [field.Field] = element.IsMany ? TestJson.Array(nodes) : nodes.LastOrDefault()?.DeepClone(),
        };
    }

    /// <summary>What was picked before can stay picked, whatever the menu offers now.</summary>
    private IEnumerable<JsonObject> Picked(FakeSlackElement element, string field) =>
        values.GetValueOrDefault((element.BlockId, element.ActionId))?[field] is JsonArray many
            ? many.OfType<JsonObject>().Where(option => option.ContainsKey("value"))
            : [];

    public JsonObject Json()
    {
        var blocks = new JsonObject();
        foreach (var ((block, action), value) in values)
        {
            if (blocks[block] is not JsonObject actions) blocks[block] = actions = [];
            actions[action] = value.DeepClone();
        }
        return new JsonObject { ["values"] = blocks };
    }

    private static string Entry(JsonNode? node) => node switch
    {
        JsonObject option when option.ContainsKey("value") => option.Text("value"),
        JsonValue value when value.TryGetValue(out string? text) => text,
        null => "",
        _ => node.ToJsonString(),
    };

    private static JsonNode Node(FakeSlackElement element, string entry, IReadOnlyList<JsonObject> options) =>
        Fields[element.Type].Field switch
        {
            "selected_option" or "selected_options" => options.FirstOrDefault(option => option.Text("value") == entry)
                ?? options.FirstOrDefault(option => option.At("text").Text("text") == entry)
                ?? throw new FakeSlackUserErrorException(
                    $"'{element.Label}' offers no '{entry}', only: "
                        + $"{string.Join(", ", options.Select(option => option.At("text").Text("text")))}."),
            "selected_date" => JsonValue.Create(DateOnly.ParseExact(entry, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "selected_time" => JsonValue.Create(TimeOnly.ParseExact(entry, "HH:mm", CultureInfo.InvariantCulture)
                .ToString("HH:mm", CultureInfo.InvariantCulture)),
            "selected_date_time" => JsonValue.Create(long.Parse(entry, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(entry),
        };
}
