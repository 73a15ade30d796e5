namespace IntroBot.Slack.Inbound;

/// <summary>
/// Reads the answers of a form from <c>view.state.values</c>, or those of a message from <c>state.values</c>, by the id of the block.
/// They come over the network: what is missing, null or of another kind reads as empty.
/// </summary>
public static class StateValues
{
    private static readonly string[] Words =
        ["value", "selected_date", "selected_time", "selected_user", "selected_conversation", "selected_channel"];
    private static readonly string[] ManyWords = ["selected_users", "selected_conversations", "selected_channels"];

    public static FormAnswers Read(JsonElement values)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var block in Fields(values))
        {
            if (NameOf(block) is { } id)
            {
                answers[id] = [.. Fields(block.Value).SelectMany(element => Chosen(element.Value))];
            }
        }

        return new FormAnswers(answers);
    }

    /// <summary>The ids of the blocks that hold something, in their order.</summary>
    public static IEnumerable<string> Blocks(JsonElement values) => Fields(values).Select(NameOf).OfType<string>();

    private static IEnumerable<string> Chosen(JsonElement element) =>
    [
        .. Words.Select(name => Text(Field(element, name))).OfType<string>(),
        .. ManyWords.SelectMany(name => Items(Field(element, name))).Select(Text).OfType<string>(),
        .. Items(Field(element, "selected_options"))
            .Prepend(Field(element, "selected_option"))
            .Select(option => Text(Field(option, "value")))
            .OfType<string>(),
    ];

    private static IEnumerable<JsonProperty> Fields(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    private static IEnumerable<JsonElement> Items(JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    private static JsonElement Field(JsonElement json, string name) => Fields(json).LastOrDefault(field => NameOf(field) == name).Value;

    private static string? Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Readable(json, static each => each.GetString()) : null;

    private static string? NameOf(JsonProperty field) => Readable(field, static each => each.Name);

    /// <summary>An escape for half a character is valid JSON and no valid string; only reading it tells.</summary>
    private static string? Readable<T>(T json, Func<T, string?> read)
    {
        try
        {
            return read(json);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
