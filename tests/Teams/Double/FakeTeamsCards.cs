namespace IntroBot.Tests.Teams.Double;

/// <summary>What a client finds on a card: things to press and things to fill in.</summary>
internal static class FakeTeamsCards
{
    /// <summary>Everything that can be pressed for an answer, in order.</summary>
    public static IEnumerable<JsonObject> Actions(JsonNode? card) =>
        Everything(card).Except(Everything(card?["refresh"])).Where(each => TypeOf(each) is "Action.Execute" or "Action.Submit");

    public static IEnumerable<JsonObject> Inputs(JsonNode? card) =>
        Everything(card).Where(each => TypeOf(each).StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>Addresses that can be opened.</summary>
    public static IEnumerable<string> Links(JsonNode? card) =>
        Everything(card).Where(each => TypeOf(each) == "Action.OpenUrl").Select(each => each["url"]!.GetValue<string>());

    /// <summary>All words, one piece a line.</summary>
    public static string Words(JsonNode? card) =>
        string.Join('\n', Everything(card).SelectMany(each => new[] { each["text"], each["title"], each["label"] })
            .OfType<JsonValue>().Select(value => value.TryGetValue(out string? text) ? text : "").Where(text => text.Length > 0));

    /// <summary>
    /// What a client sends when an action is pressed: the inputs, as strings, beside the data;
    /// whoever sends it by hand is not <paramref name="stopped"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The client would not send it:
    /// something required is empty, or does not match.</exception>
    public static JsonObject Filled(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string> entries, bool stopped = true)
    {
        var data = (JsonObject)(action["data"]?.DeepClone() ?? new JsonObject());
        if (action["associatedInputs"]?.GetValue<string>() == "none") return data;
        foreach (var input in Inputs(card))
        {
            var id = input["id"]!.GetValue<string>();
            var value = entries.GetValueOrDefault(id) ?? (input["value"] is JsonValue given
                ? given.ToString()
                : TypeOf(input) == "Input.Toggle" ? input["valueOff"]?.GetValue<string>() ?? "false" : "");
            if (stopped && Fault(input, value) is { } fault) throw new InvalidOperationException($"The client stops at '{id}': {fault}");
            if (value.Length > 0) data[id] = value;
        }
        var unknown = entries.Keys.Except(Inputs(card).Select(input => input["id"]!.GetValue<string>())).ToList();
        return unknown.Count == 0 ? data : throw new InvalidOperationException($"There is no field {string.Join(", ", unknown)}.");
    }

    private static string? Fault(JsonObject input, string value)
    {
        var error = input["errorMessage"]?.GetValue<string>() ?? "";
        if (input["isRequired"]?.GetValue<bool>() is true
            && (value.Length == 0 || (TypeOf(input) == "Input.Toggle" && value != input["valueOn"]?.GetValue<string>())))
            return error;
        if (input["regex"]?.GetValue<string>() is { } regex
            && value.Length > 0
            && !System.Text.RegularExpressions.Regex.IsMatch(value, regex, System.Text.RegularExpressions.RegexOptions.ECMAScript))
            return error;
        return input["maxLength"]?.GetValue<int>() is { } most && value.Length > most ? $"more than {most}" : null;
    }

    private static IEnumerable<JsonObject> Everything(JsonNode? node) => node switch
    {
        JsonObject json => [json, .. json.SelectMany(field => Everything(field.Value))],
        JsonArray list => list.SelectMany(Everything),
        _ => [],
    };

    private static string TypeOf(JsonObject json) => json["type"] is JsonValue value && value.TryGetValue(out string? type) ? type : "";
}
