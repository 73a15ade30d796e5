using System.Text.RegularExpressions;
using IntroBot.Tests.Slack.Double.Rules;
using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>
/// What this bot may show as something to fill in (https://adaptivecards.io/explorer/Input.Text.html and its neighbours).
/// </summary>
internal static class InputRules
{
    public static IEnumerable<PropertyRule> PropertiesOf(string? type, ValidatedJson input)
    {
        if (input.Field("isRequired") is not null && input.Field("errorMessage") is null)
            input.Refuse("required inputs need an errorMessage");
        return [.. Common, .. type switch
        {
            "Input.Text" =>
            [
                Optional("isMultiline", YesOrNo), Optional("height", OneOf("stretch")), Required("maxLength", Number(1, 3000)),
                Optional("regex", Pattern), Optional("placeholder", Shown(100)), Optional("value", Shown(3000)),
            ],
            "Input.ChoiceSet" =>
            [
                Required("style", OneOf("compact", "expanded")), Required("choices", choices => Choices(choices, input)),
                Optional("isMultiSelect", YesOrNo), Optional("placeholder", Shown(100)),
                Optional("value", value => IsOffered(value, input)), Required("wrap", YesOrNo),
            ],
            "Input.Date" => [Optional("value", Day)],
            "Input.Toggle" =>
            [
                Required("title", WordRules.WithoutMarks), Required("valueOn", OneOf("yes")), Optional("value", OneOf("yes")),
                Required("wrap", YesOrNo),
            ],
            _ => Unknown(input),
        }];
    }

    private static PropertyRule[] Common =>
    [
        Required("id", Words(1, 100)), Required("label", Shown(300)), Optional("isRequired", YesOrNo),
        Optional("errorMessage", WordRules.WithoutMarks),
    ];

    private static PropertyRule[] Unknown(ValidatedJson element)
    {
        element.Refuse($"unsupported element: {element.Text("type")}");
        return [];
    }

    private static void Pattern(ValidatedJson pattern)
    {
        try
        {
            if (!Regex.IsMatch("", pattern.Json.ToString(), RegexOptions.ECMAScript))
                pattern.Refuse("must leave an empty box to isRequired");
        }
        catch (ArgumentException)
        {
            pattern.Refuse("must be a pattern of JavaScript");
        }
    }

    private static void Choices(ValidatedJson list, ValidatedJson input)
    {
        var choices = list.Items(1, 100);
        var isMany = input.Field("isMultiSelect") is not null;
        foreach (var choice in choices)
        {
            choice.Is(
                Required("title", input.Text("style") == "compact" ? Shown(100) : WordRules.Escaped), Required("value", Words(1, 200)));
            if (isMany && choice.Text("value")?.Contains(',', StringComparison.Ordinal) == true) choice.Refuse("a comma parts values");
        }

        ValidatedJson.AreUnique(choices, "value");
    }

    private static void IsOffered(ValidatedJson value, ValidatedJson input)
    {
        var offered = input.Field("choices") is { Json.ValueKind: JsonValueKind.Array } list
            ? list.Items(0, int.MaxValue).Select(choice => choice.Text("value")).ToArray()
            : [];
        foreach (var word in input.Field("isMultiSelect") is null ? [value.Json.ToString()] : value.Json.ToString().Split(','))
        {
            if (!offered.Contains(word)) value.Refuse("must be one of the choices");
        }
    }

    private static void Day(ValidatedJson day)
    {
        if (!DateOnly.TryParseExact(day.Json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            day.Refuse("must be a day like 2026-12-01");
    }
}
