using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntroBot.Tests.Slack.Double.Rules;
using static IntroBot.Tests.Slack.Double.Rules.Property;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>
/// What this bot may show as something to fill in (https://adaptivecards.io/explorer/Input.Text.html and its neighbours).
/// </summary>
internal static class InputRules
{
    public static IEnumerable<Property> PropertiesOf(string? type, Spot input)
    {
        if (input.Field("isRequired") is not null && input.Field("errorMessage") is null)
            input.Refuse("required inputs need an errorMessage");
        return [.. Common, .. type switch
        {
            "Input.Text" =>
            [
                May("isMultiline", YesOrNo), May("height", OneOf("stretch")), Need("maxLength", Number(1, 3000)), May("regex", Pattern),
                May("placeholder", Shown(100)), May("value", Shown(3000)),
            ],
            "Input.ChoiceSet" =>
            [
                Need("style", OneOf("compact", "expanded")), Need("choices", choices => Choices(choices, input)),
                May("isMultiSelect", YesOrNo), May("placeholder", Shown(100)),
                May("value", value => IsOffered(value, input)), Need("wrap", YesOrNo),
            ],
            "Input.Date" => [May("value", Day)],
            "Input.Toggle" =>
                [Need("title", WordRules.WithoutMarks), Need("valueOn", OneOf("yes")), May("value", OneOf("yes")), Need("wrap", YesOrNo)],
            _ => Unknown(input),
        }];
    }

    private static Property[] Common =>
        [Need("id", Words(1, 100)), Need("label", Shown(300)), May("isRequired", YesOrNo), May("errorMessage", WordRules.WithoutMarks)];

    private static Property[] Unknown(Spot element)
    {
        element.Refuse($"unsupported element: {element.Word("type")}");
        return [];
    }

    private static void Pattern(Spot pattern)
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

    private static void Choices(Spot list, Spot input)
    {
        var choices = list.Items(1, 100);
        var isMany = input.Field("isMultiSelect") is not null;
        foreach (var choice in choices)
        {
            choice.Is(Need("title", input.Word("style") == "compact" ? Shown(100) : WordRules.Escaped), Need("value", Words(1, 200)));
            if (isMany && choice.Word("value")?.Contains(',', StringComparison.Ordinal) == true) choice.Refuse("a comma parts values");
        }

        Spot.AreUnlike(choices, "value");
    }

    private static void IsOffered(Spot value, Spot input)
    {
        var offered = input.Field("choices") is { Json.ValueKind: JsonValueKind.Array } list
            ? list.Items(0, int.MaxValue).Select(choice => choice.Word("value")).ToArray()
            : [];
        foreach (var word in input.Field("isMultiSelect") is null ? [value.Json.ToString()] : value.Json.ToString().Split(','))
        {
            if (!offered.Contains(word)) value.Refuse("must be one of the choices");
        }
    }

    private static void Day(Spot day)
    {
        if (!DateOnly.TryParseExact(day.Json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            day.Refuse("must be a day like 2026-12-01");
    }
}
