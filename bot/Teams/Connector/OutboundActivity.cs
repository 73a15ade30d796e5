using System.Text.Encodings.Web;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>A message on its way to Teams: a card to look at, and a summary for notifications.</summary>
internal sealed record OutboundActivity(string Type, string Summary, ImmutableArray<CardAttachment> Attachments)
{
    // Never put into a page: letters of every script stay one character each, which the size of a message counts.
    private static readonly OutboundJson Json = new(
        new JsonSerializerOptions(OutboundJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The one who alone reads it, where others are present; forbidden when a message is changed.</summary>
    public ChannelAccount? Recipient { get; init; }

    public static OutboundActivity Of(Card card) => Of(AdaptiveCardRenderer.Summary(card), AdaptiveCardRenderer.Of(card));

    public static OutboundActivity Of(string summary, AdaptiveCard card) =>
        new("message", summary, [CardAttachment.Of(card)]);

    /// <summary>As it is sent without a targeted recipient.</summary>
    public static string WithoutRecipient(string written) =>
        (JsonSerializer.Deserialize(written, Json.OutboundActivity)! with { Recipient = null }).Write();

    /// <summary>As it is sent.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json.OutboundActivity);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutboundActivity))]
internal sealed partial class OutboundJson : JsonSerializerContext;
