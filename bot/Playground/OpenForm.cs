namespace IntroBot.Playground;

/// <summary>
/// An open form of a person: what they typed if it came back with errors, and the message whose button opened it, which the reply may
/// change.
/// </summary>
public sealed record OpenForm(
    [property: JsonPropertyName("Form")] Form Form,
    [property: JsonPropertyName("Typed")] ImmutableDictionary<string, ImmutableArray<string>>? Typed,
    [property: JsonPropertyName("Errors")] ImmutableDictionary<string, string> Errors,
    [property: JsonPropertyName("Place")] string Room,
    [property: JsonPropertyName("Message")] string Message)
{
    public static OpenForm Fresh(Form form) => new(form, null, ImmutableDictionary<string, string>.Empty, "", "");

    public const string Heading = "(heading)";
    public const string Summary = "(summary)";

    /// <summary>
    /// The element to focus: the first input with an error, the summary for an error without an input, the heading where there is text to
    /// read first, otherwise the first input.
    /// </summary>
    [JsonIgnore]
    public string StartsAt => this switch
    {
        _ when Form.Inputs.FirstOrDefault(input => Errors.ContainsKey(input.Id)) is { } wrong => wrong.Id,
        { Errors.Count: > 0 } => Summary,
        { Form.Preface.Length: > 1 } or { Form.Inputs.Length: 0 } => Heading,
        _ => Form.Inputs[0].Id,
    };

    /// <summary>The value to show in an input: what the person typed, otherwise the bot's value.</summary>
    public ImmutableArray<string> ValuesOf(string input, ImmutableArray<string> given) =>
        Typed is null ? given : Typed.GetValueOrDefault(input, []);
}

/// <summary>The viewer of a form, and the idempotency key of its next submission.</summary>
public sealed record FormLocation(string Person, string Key);
