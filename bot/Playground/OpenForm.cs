using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Chat.Cards;

namespace IntroBot.Playground;

/// <summary>
/// A form in front of a person: what they typed so far when it came back with errors, and the message whose button opened it, so that
/// the answer can change that message.
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
    /// Where the person begins: at the first input to mend, at the words that name no input, at the heading where there is something to
    /// read first, else at the first input.
    /// </summary>
    [JsonIgnore]
    public string StartsAt => this switch
    {
        _ when Form.Inputs.FirstOrDefault(input => Errors.ContainsKey(input.Id)) is { } wrong => wrong.Id,
        { Errors.Count: > 0 } => Summary,
        { Form.Preface.Length: > 1 } or { Form.Inputs.Length: 0 } => Heading,
        _ => Form.Inputs[0].Id,
    };

    /// <summary>The words to show in an input: what the person typed, else what the bot put there.</summary>
    public ImmutableArray<string> ValuesOf(string input, ImmutableArray<string> given) =>
        Typed is null ? given : Typed.GetValueOrDefault(input, []);
}

/// <summary>Who sees a form, and the key its next sending carries.</summary>
public sealed record FormLocation(string Person, string Key);
