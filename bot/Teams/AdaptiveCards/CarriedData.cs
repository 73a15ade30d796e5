using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.AdaptiveCards;

/// <summary>
/// What a button or a form carries for the bot, in the field <c>introbot</c> of its data. Everybody who sees a card can read it and send
/// back something else, so it names things and grants nothing; what is missing or foreign reads as nothing.
/// </summary>
public sealed record CarriedData
{
    public const string Field = "introbot";

    /// <summary>One of <see cref="FormIds"/> when a form was sent in.</summary>
    [JsonPropertyName("form")]
    public string? Form { get; init; }

    /// <summary>The state of that form.</summary>
    [JsonPropertyName("state")]
    public string? State { get; init; }

    /// <summary>One of <see cref="ActionIds"/>, where no verb can tell.</summary>
    [JsonPropertyName("action")]
    public string? Action { get; init; }

    /// <summary>The value of the button that was pressed.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>The inputs whose answers are several, with commas between them.</summary>
    [JsonPropertyName("many")]
    public ImmutableArray<string>? Many { get; init; }

    /// <summary>Whether the button belongs to a form in a chat, of which there is nothing left to see once it is sent in.</summary>
    [JsonPropertyName("onForm")]
    public bool? OnForm { get; init; }

    /// <summary>Reads it from the data of an action.</summary>
    public static CarriedData Read(JsonElement data)
    {
        var carried = data.Field(Field);
        return new CarriedData
        {
            Form = Text("form", AdaptiveLimits.CarriedName),
            State = Text("state", AdaptiveLimits.CarriedText),
            Action = Text("action", AdaptiveLimits.CarriedName),
            Value = Text("value", AdaptiveLimits.CarriedText),
            Many = [.. carried.Field("many").Items().Take(AdaptiveLimits.Answers).Select(id => id.Text()).OfType<string>()],
            OnForm = carried.Field("onForm").ValueKind is JsonValueKind.True ? true : null,
        };

        string? Text(string name, int most) => carried.Field(name).Text() is { } text && text.Length <= most ? text : null;
    }
}
