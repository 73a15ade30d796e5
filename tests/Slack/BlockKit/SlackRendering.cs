using System.Text.Encodings.Web;
using IntroBot.Slack.BlockKit;
using IntroBot.Tests.Slack.Double.Rules;

namespace IntroBot.Tests.Slack.BlockKit;

/// <summary>Cards and forms as Slack gets them, validated on the way.</summary>
internal static class SlackRendering
{
    private static readonly JsonSerializerOptions ForReading = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonElement Valid(Card card)
    {
        var blocks = Parse(BlockKitJson.Write(BlockKitCards.Of(card)));
        Assert.Empty(BlockKitRules.FaultsOfMessage(blocks));
        Assert.InRange(BlockKitCards.Text(card).Length, 1, 4000);
        Valid(BlockKitViews.Card(card));
        return blocks;
    }

    public static JsonElement Valid(Form form) => Valid(BlockKitViews.Form(form));

    public static JsonElement Valid(View view)
    {
        var json = Parse(BlockKitJson.Write(view));
        Assert.Empty(BlockKitRules.FaultsOfView(json));
        return json;
    }

    public static string ToRead(JsonElement json) => JsonSerializer.Serialize(json, ForReading);

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>Every value in the JSON that is text, with the name of its field and the object around it.</summary>
    public static IEnumerable<(string Name, string Word, JsonElement Around)> WordsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(WordsIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => field.Value.ValueKind == JsonValueKind.String
            ? [(field.Name, field.Value.GetString()!, json)]
            : WordsIn(field.Value)),
        _ => [],
    };
}
