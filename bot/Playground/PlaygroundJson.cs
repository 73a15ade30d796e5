using System.Text.Encodings.Web;
using IntroBot.Playground.Html;

namespace IntroBot.Playground;

/// <summary>Serializes cards and forms as JSON snapshots; the discriminators never change, so that old snapshots stay readable.</summary>
public static class PlaygroundJson
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        // Stored, never embedded in a page: letters of every script stay one character each.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = PlaygroundJsonContext.Default.WithAddedModifier(NameCases),
    };

    private static readonly JsonTypeInfo<ChatMessage> Message = (JsonTypeInfo<ChatMessage>)Options.GetTypeInfo(typeof(ChatMessage));
    private static readonly JsonTypeInfo<OpenForm> Form = (JsonTypeInfo<OpenForm>)Options.GetTypeInfo(typeof(OpenForm));

    /// <summary>A message as text that fits one stored item; a card that is too large keeps shortened text and its buttons.</summary>
    public static string Write(ChatMessage message)
    {
        var text = JsonSerializer.Serialize(message, Message);
        return text.Length > HtmlLimits.StoredItemText && message.Card is { } card
            ? JsonSerializer.Serialize(message with { Card = Shortened(card) }, Message)
            : text;
    }

    /// <summary>A form as text that fits one stored item, without its preface if necessary; null when it is still too large.</summary>
    public static string? Write(OpenForm form)
    {
        string[] attempts =
            [JsonSerializer.Serialize(form, Form), JsonSerializer.Serialize(form with { Form = form.Form with { Preface = [] } }, Form)];
        return attempts.FirstOrDefault(text => text.Length <= HtmlLimits.StoredItemText);
    }

    public static ChatMessage? ReadMessage(string text) => Read(text, Message);

    public static OpenForm? ReadForm(string text) => Read(text, Form);

    private static T? Read<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            // Written by another version: the page omits it.
            return null;
        }
    }

    private static Card Shortened(Card card) => Card.Titled($"{VisibleText.Shorten(PlainText.Of(card.Title), HtmlLimits.Title)}")
        .Quote(VisibleText.Shorten(PlainText.Of(card with { Buttons = [] }), HtmlLimits.Quote))
        .With(card.Buttons.Take(HtmlLimits.Buttons)
            .Where(button => button.Value.Length <= 200)
            .Select(button => button with { Label = VisibleText.Shorten(button.Label, HtmlLimits.Label) }));

    private static void NameCases(JsonTypeInfo type)
    {
        JsonDerivedType[] cases = type.Type switch
        {
            var t when t == typeof(WordSpan) =>
            [
                new(typeof(WordSpan.Plain), "plain"), new(typeof(WordSpan.Bold), "bold"), new(typeof(WordSpan.Mention), "mention"),
                new(typeof(WordSpan.Link), "link"), new(typeof(WordSpan.Moment), "moment"),
            ],
            var t when t == typeof(CardPart) =>
            [
                new(typeof(CardPart.Text), "text"), new(typeof(CardPart.Facts), "facts"), new(typeof(CardPart.Quote), "quote"),
                new(typeof(CardPart.Context), "context"), new(typeof(CardPart.Divider), "divider"), new(typeof(CardPart.ChatLink), "door"),
            ],
            var t when t == typeof(FormInput) =>
            [
                new(typeof(FormInput.Text), "text"), new(typeof(FormInput.Choice), "choice"), new(typeof(FormInput.Choices), "choices"),
                new(typeof(FormInput.Tags), "tags"), new(typeof(FormInput.Date), "date"), new(typeof(FormInput.Checkbox), "checkbox"),
                new(typeof(FormInput.Channel), "channel"),
            ],
            _ => [],
        };
        if (cases.Length > 0)
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
            Array.ForEach(cases, type.PolymorphismOptions.DerivedTypes.Add);
        }
    }
}

/// <summary>The serialization of what the playground stores.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(OpenForm))]
[JsonSerializable(typeof(WordSpan.Plain))]
[JsonSerializable(typeof(WordSpan.Bold))]
[JsonSerializable(typeof(WordSpan.Mention))]
[JsonSerializable(typeof(WordSpan.Link))]
[JsonSerializable(typeof(WordSpan.Moment))]
[JsonSerializable(typeof(CardPart.Text))]
[JsonSerializable(typeof(CardPart.Facts), TypeInfoPropertyName = "CardPartFacts")]
[JsonSerializable(typeof(CardPart.Quote))]
[JsonSerializable(typeof(CardPart.Context))]
[JsonSerializable(typeof(CardPart.Divider))]
[JsonSerializable(typeof(CardPart.ChatLink))]
[JsonSerializable(typeof(FormInput.Text), TypeInfoPropertyName = "FormText")]
[JsonSerializable(typeof(FormInput.Choice))]
[JsonSerializable(typeof(FormInput.Choices))]
[JsonSerializable(typeof(FormInput.Tags))]
[JsonSerializable(typeof(FormInput.Date))]
[JsonSerializable(typeof(FormInput.Checkbox))]
[JsonSerializable(typeof(FormInput.Channel))]
internal sealed partial class PlaygroundJsonContext : JsonSerializerContext;
