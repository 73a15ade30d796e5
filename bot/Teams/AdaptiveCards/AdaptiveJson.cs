using System.Text.Encodings.Web;

namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Adaptive Cards as the JSON that Teams reads.</summary>
public static class AdaptiveJson
{
    // Never put into a page: letters of every script stay one character each, which the limit on whole messages counts.
    private static readonly AdaptiveJsonContext Context =
        new(new JsonSerializerOptions(AdaptiveJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(AdaptiveCard card) => JsonSerializer.Serialize(card, Context.AdaptiveCard);

    /// <summary>The card to be put into a message or an answer to an invoke.</summary>
    public static JsonElement Element(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, Context.AdaptiveCard);

    /// <summary>Length of a card as it is sent, in UTF-16 units.</summary>
    internal static int LengthOf(AdaptiveCard card) => Write(card).Length;

    /// <summary>Length of an element as it is sent, with the comma after it.</summary>
    internal static int LengthOf(AdaptiveElement element) => JsonSerializer.Serialize(element, Context.AdaptiveElement).Length + 1;
}

/// <summary>The shapes of what Teams is shown.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(AdaptiveElement))]
internal sealed partial class AdaptiveJsonContext : JsonSerializerContext;
