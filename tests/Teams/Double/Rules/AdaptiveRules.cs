using IntroBot.Tests.Slack.Double.Rules;
using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>
/// A validator of Adaptive Cards that knows nothing of the renderer: it reads JSON, has its numbers from Microsoft's documents, and refuses
/// what this bot never needs. It is stricter than any client, above all about words: whatever a client could read as Markdown is a fault.
/// </summary>
internal static class AdaptiveRules
{
    /// <summary>80 KB as UTF-16 (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).</summary>
    private const int Units = 80 * 1024 / 2;

    public static IReadOnlyList<string> FaultsOf(JsonElement json)
    {
        var card = new ValidatedJson(json, "", []);
        card.Is(
            Required("$schema", OneOf("http://adaptivecards.io/schemas/adaptive-card.json")),
            Required("version", OneOf("1.5")), Required("body", Elements), Optional("actions", Actions), Optional("refresh", Refresh));
        if (card.Text("type") != "AdaptiveCard") card.Refuse("must be an AdaptiveCard");
        if (json.GetRawText().Length > Units) card.Refuse("MessageSizeTooBig");
        ValidatedJson.AreUnique(Inputs(card), "id");
        return card.Faults;
    }

    private static void Elements(ValidatedJson list)
    {
        foreach (var element in list.Items(1, 1000)) Element(element);
    }

    private static void Element(ValidatedJson element)
    {
        PropertyRule[] common = [Optional("spacing", OneOf("none", "small", "medium", "large")), Optional("separator", YesOrNo)];
        element.Is([.. common, .. element.Text("type") switch
        {
            "TextBlock" =>
            [
                Required("text", WordRules.WithoutMarks), Required("style", OneOf("heading")), Required("size", OneOf("large")),
                Required("weight", OneOf("bolder")), Required("wrap", YesOrNo),
            ],
            "RichTextBlock" => [Required("inlines", Runs)],
            "Container" => [Required("items", Elements), Optional("style", OneOf("emphasis")), Optional("minHeight", OneOf("400px"))],
            "ActionSet" => [Required("actions", Actions)],
            var type => InputRules.PropertiesOf(type, element),
        }]);
    }

    private static void Runs(ValidatedJson list)
    {
        foreach (var run in list.Items(1, 1000))
        {
            if (run.Text("type") != "TextRun") run.Refuse("must be a TextRun");
            run.Is(
                Required("text", WordRules.Run),
                Optional("size", OneOf("small", "large")),
                Optional("weight", OneOf("bolder")),
                Optional("color", OneOf("accent", "attention")),
                Optional("isSubtle", YesOrNo), Optional("selectAction", Link));
        }
    }

    private static void Link(ValidatedJson link)
    {
        if (link.Text("type") != "Action.OpenUrl") link.Refuse("must be an Action.OpenUrl");
        link.Is(Required("url", WordRules.Address));
    }

    /// <summary>Sixty people at most are shown a card of their own.</summary>
    private static void Refresh(ValidatedJson refresh) => refresh.Is(
        Required("action", action =>
        {
            if (action.Text("type") != "Action.Execute") action.Refuse("must be an Action.Execute");
            Action(action);
        }),
        Required("userIds", list => list.Items(1, 60).ToList().ForEach(Words(1, 200))));

    /// <summary>Six buttons are in sight.</summary>
    private static void Actions(ValidatedJson list)
    {
        foreach (var action in list.Items(1, 6)) Action(action);
    }

    private static void Action(ValidatedJson action)
    {
        if (action.Text("type") == "Action.OpenUrl")
        {
            action.Is(Required("title", Shown(75)), Required("url", WordRules.Address));
            return;
        }

        action.Is([
            Required("title", Shown(75)), Required("data", data => data.Is(Required("introbot", Carried))),
            Optional("style", OneOf("positive", "destructive")),
            Optional("associatedInputs", OneOf("none")),
            .. action.Text("type") == "Action.Execute" ? new[] { Required("verb", Words(1, 100)) } : []]);
        if (action.Text("type") is not ("Action.Execute" or "Action.Submit")) action.Refuse("unsupported action");
    }

    private static void Carried(ValidatedJson carried) => carried.Is(
        Optional("form", Words(1, 100)), Optional("onForm", YesOrNo), Optional("state", Words(0, 3000)), Optional("action", Words(1, 100)),
        Optional("value", Words(0, 3000)),
        Optional("many", list => list.Items(1, 50).ToList().ForEach(Words(1, 100))));

    private static IEnumerable<ValidatedJson> Inputs(ValidatedJson element)
    {
        var inner = element.Field("body") ?? element.Field("items");
        return inner is { Json.ValueKind: JsonValueKind.Array } list
            ? list.Items(0, int.MaxValue).SelectMany(Inputs)
            : element.Field("id") is null ? [] : [element];
    }
}
