using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes as options, and as those chosen to begin with.</summary>
internal static class OptionRules
{
    public static void Option(ValidatedJson option) =>
        option.Is(Required("text", Plain(75)), Required("value", Words(1, 75)), Optional("description", Plain(75)));

    public static Action<ValidatedJson> Options(int most) => list =>
    {
        var options = list.Items(1, most);
        foreach (var option in options) Option(option);
        ValidatedJson.AreUnique(options, "value");
    };

    /// <summary>
    /// An initial option is one of those offered, to the letter; where nothing is offered yet, it is an option by itself.
    /// </summary>
    public static void ChosenAreOffered(ValidatedJson element)
    {
        ValidatedJson[] chosen =
        [
            .. element.Field("initial_option") is { } one ? [one] : Array.Empty<ValidatedJson>(),
            .. element.Field("initial_options")?.Items(1, 100) ?? [],
        ];
        foreach (var option in chosen)
        {
            Option(option);
            if (element.Field("options") is { Json.ValueKind: JsonValueKind.Array } offered
                && !offered.Json.EnumerateArray().Any(each => JsonElement.DeepEquals(each, option.Json)))
                option.Refuse("must be equal to one of the options");
        }

        if (element.Field("max_selected_items")?.Json is { ValueKind: JsonValueKind.Number } most && chosen.Length > most.GetInt64())
            element.Refuse("more options are chosen than may be");
    }
}
