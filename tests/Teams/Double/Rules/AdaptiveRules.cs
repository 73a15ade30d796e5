using System.Text.Json;
using IntroBot.Tests.Slack.Double.Rules;
using static IntroBot.Tests.Slack.Double.Rules.Property;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>
/// A judge of Adaptive Cards that knows nothing of the renderer: it reads JSON, has its numbers from Microsoft's documents, and refuses
/// what this bot never needs. It is stricter than any client, above all about words: whatever a client could read as Markdown is a fault.
/// </summary>
internal static class AdaptiveRules
{
    /// <summary>80 KB as UTF-16 (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).</summary>
    private const int Units = 80 * 1024 / 2;

    public static IReadOnlyList<string> FaultsOf(JsonElement json)
    {
        var card = new Spot(json, "", []);
        card.Is(
            Need("$schema", OneOf("http://adaptivecards.io/schemas/adaptive-card.json")),
            Need("version", OneOf("1.5")), Need("body", Elements), May("actions", Actions), May("refresh", Refresh));
        if (card.Word("type") != "AdaptiveCard") card.Refuse("must be an AdaptiveCard");
        if (json.GetRawText().Length > Units) card.Refuse("MessageSizeTooBig");
        Spot.AreUnlike(Inputs(card), "id");
        return card.Faults;
    }

    private static void Elements(Spot list)
    {
        foreach (var element in list.Items(1, 1000)) Element(element);
    }

    private static void Element(Spot element)
    {
        element.Is([May("spacing", OneOf("none", "small", "medium", "large")), May("separator", YesOrNo), .. element.Word("type") switch
        {
            "TextBlock" =>
            [
                Need("text", WordRules.WithoutMarks), Need("style", OneOf("heading")), Need("size", OneOf("large")),
                Need("weight", OneOf("bolder")), Need("wrap", YesOrNo),
            ],
            "RichTextBlock" => [Need("inlines", Runs)],
            "Container" => [Need("items", Elements), May("style", OneOf("emphasis")), May("minHeight", OneOf("400px"))],
            "ActionSet" => [Need("actions", Actions)],
            var type => InputRules.PropertiesOf(type, element),
        }]);
    }

    private static void Runs(Spot list)
    {
        foreach (var run in list.Items(1, 1000))
        {
            if (run.Word("type") != "TextRun") run.Refuse("must be a TextRun");
            run.Is(
                Need("text", WordRules.Run),
                May("size", OneOf("small", "large")),
                May("weight", OneOf("bolder")),
                May("color", OneOf("accent", "attention")),
                May("isSubtle", YesOrNo), May("selectAction", Link));
        }
    }

    private static void Link(Spot link)
    {
        if (link.Word("type") != "Action.OpenUrl") link.Refuse("must be an Action.OpenUrl");
        link.Is(Need("url", WordRules.Address));
    }

    /// <summary>Sixty people at most are shown a card of their own.</summary>
    private static void Refresh(Spot refresh) => refresh.Is(
        Need("action", action =>
        {
            if (action.Word("type") != "Action.Execute") action.Refuse("must be an Action.Execute");
            Action(action);
        }),
        Need("userIds", list => list.Items(1, 60).ToList().ForEach(Words(1, 200))));

    /// <summary>Six buttons are in sight.</summary>
    private static void Actions(Spot list)
    {
        foreach (var action in list.Items(1, 6)) Action(action);
    }

    private static void Action(Spot action)
    {
        if (action.Word("type") == "Action.OpenUrl")
        {
            action.Is(Need("title", Shown(75)), Need("url", WordRules.Address));
            return;
        }

        action.Is([
            Need("title", Shown(75)), Need("data", data => data.Is(Need("introbot", Carried))),
            May("style", OneOf("positive", "destructive")),
            May("associatedInputs", OneOf("none")),
            .. action.Word("type") == "Action.Execute" ? new[] { Need("verb", Words(1, 100)) } : []]);
        if (action.Word("type") is not ("Action.Execute" or "Action.Submit")) action.Refuse("unsupported action");
    }

    private static void Carried(Spot carried) => carried.Is(
        May("form", Words(1, 100)), May("onForm", YesOrNo), May("state", Words(0, 3000)), May("action", Words(1, 100)),
        May("value", Words(0, 3000)),
        May("many", list => list.Items(1, 50).ToList().ForEach(Words(1, 100))));

    private static IEnumerable<Spot> Inputs(Spot element)
    {
        var inner = element.Field("body") ?? element.Field("items");
        return inner is { Json.ValueKind: JsonValueKind.Array } list
            ? list.Items(0, int.MaxValue).SelectMany(Inputs)
            : element.Field("id") is null ? [] : [element];
    }
}
