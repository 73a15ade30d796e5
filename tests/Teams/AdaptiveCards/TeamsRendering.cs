using IntroBot.Teams.AdaptiveCards;
using IntroBot.Tests.Slack.BlockKit;
using IntroBot.Tests.Teams.Double.Rules;

namespace IntroBot.Tests.Teams.AdaptiveCards;

/// <summary>Cards and forms as Teams gets them, validated on the way by our rules, which are stricter than any client.</summary>
internal static class TeamsRendering
{
    public static readonly IReadOnlyList<ChannelOption> Channels = [new("19:help@thread.tacv2", "Help desk"), new("channel", "Givers")];

    public static JsonElement Valid(Card card)
    {
        Valid(AdaptiveCardRenderer.InDialog(card).Card);
        Assert.InRange(AdaptiveCardRenderer.Summary(card).Length, 1, 250);
        return Valid(AdaptiveCardRenderer.Of(card));
    }

    public static JsonElement Valid(Form form, FormLocation seat = FormLocation.InChat) => Valid(Fresh(form, seat).Card);

    public static JsonElement Valid(AdaptiveCard card)
    {
        var json = SlackRendering.Parse(AdaptiveJson.Write(card));
        Assert.Empty(AdaptiveRules.FaultsOf(json));
        Assert.True(JsonElement.DeepEquals(json, AdaptiveJson.Element(card)));
        return json;
    }

    public static TitledCard Fresh(Form form, FormLocation seat = FormLocation.InChat) =>
        AdaptiveForms.Of(form, seat, new Dictionary<string, string>(), null, Channels);

    /// <summary>Elements of a card in reading order, those inside others too.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement card) =>
        Items(card, "body").Concat(Items(card, "items")).SelectMany(item => Elements(item).Prepend(item));

    public static string Type(JsonElement json) => json.GetProperty("type").GetString()!;

    /// <summary>All that a card says outside its inputs and buttons, a line an element.</summary>
    public static IEnumerable<string> Lines(JsonElement card) =>
        Elements(card).Where(element => Type(element) is "TextBlock" or "RichTextBlock").Select(element =>
            element.TryGetProperty("inlines", out var runs)
                ? string.Concat(runs.EnumerateArray().Select(run => run.GetProperty("text").GetString()))
                : element.GetProperty("text").GetString()!);

    public static JsonElement Input(JsonElement card, string id) =>
        Elements(card).Single(element => element.TryGetProperty("id", out var found) && found.GetString() == id);

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];
}
