using static IntroBot.Tests.Slack.Double.Rules.OptionRules;
using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes as something to press or to fill in (https://docs.slack.dev/reference/block-kit/block-elements).</summary>
internal static class ElementRules
{
    private static readonly string[] Pressed = ["button", .. Chosen];

    private static string[] Chosen =>
        [
            "static_select", "multi_static_select", "external_select", "multi_external_select", "users_select", "conversations_select",
            "checkboxes", "radio_buttons", "datepicker",
        ];

    public static void OfActions(ValidatedJson element) => Check(element, Pressed);

    public static void OfInput(ValidatedJson element) => Check(element, ["plain_text_input", .. Chosen]);

    private static void Check(ValidatedJson element, string[] allowed)
    {
        var type = element.Text("type");
        if (!allowed.Contains(type))
        {
            element.Refuse($"unsupported element here: {type}");
            return;
        }

        element.Is(
            [Required("action_id", Id), .. type == "button" ? [] : new[] { Optional("focus_on_load", YesOrNo) }, .. PropertiesOf(type!)]);
        ChosenAreOffered(element);
        LengthsAgree(element);
    }

    private static IEnumerable<PropertyRule> PropertiesOf(string type) => type switch
    {
        "button" =>
        [
            Required("text", Plain(75)), Optional("value", Words(1, 2000)), Optional("url", Words(1, 3000)),
            Optional("style", OneOf("primary", "danger")), Optional("accessibility_label", Words(1, 75)),
        ],
        "plain_text_input" =>
        [
            Optional("multiline", YesOrNo), Optional("min_length", Number(0, 3000)), Optional("max_length", Number(1, 3000)),
            Optional("initial_value", Words(1, 3000)), Optional("placeholder", Plain(150)),
        ],
        "static_select" => [Required("options", Options(100)), Optional("initial_option", Any), Optional("placeholder", Plain(150))],
        "multi_static_select" =>
            [
                Required("options", Options(100)),
                Optional("initial_options", Any),
                Optional("max_selected_items", Number(1, 100)),
                Optional("placeholder", Plain(150)),
            ],
        "external_select" =>
            [Optional("min_query_length", Number(0, 100)), Optional("initial_option", Any), Optional("placeholder", Plain(150))],
        "multi_external_select" =>
            [
                Optional("min_query_length", Number(0, 100)),
                Optional("initial_options", Any),
                Optional("max_selected_items", Number(1, 100)),
                Optional("placeholder", Plain(150)),
            ],
        "checkboxes" => [Required("options", Options(10)), Optional("initial_options", Any)],
        "radio_buttons" => [Required("options", Options(10)), Optional("initial_option", Any)],
        "datepicker" => [Optional("initial_date", Day), Optional("placeholder", Plain(150))],
        "users_select" => [Optional("initial_user", Id), Optional("placeholder", Plain(150))],
        _ =>
            [
                Optional("initial_conversation", Channel),
                Optional("filter", Filter),
                Optional("default_to_current_conversation", YesOrNo),
                Optional("placeholder", Plain(150)),
            ],
    };

    /// <summary>Checked where it is compared with the options.</summary>
    private static void Any(ValidatedJson spot)
    {
    }

    private static void Day(ValidatedJson day)
    {
        if (!DateOnly.TryParseExact(day.Json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            day.Refuse("must be a day like 2026-12-01");
    }

    private static void Channel(ValidatedJson id)
    {
        if (id.Json.ToString() is not ['C' or 'G' or 'D', _, _, ..] || !id.Json.ToString().All(char.IsAsciiLetterOrDigit))
            id.Refuse("channel_not_found");
    }

    private static void Filter(ValidatedJson filter)
    {
        filter.Is(Optional("include", list => list.Items(1, 4).ToList().ForEach(OneOf("im", "mpim", "private", "public"))),
            Optional("exclude_external_shared_channels", YesOrNo), Optional("exclude_bot_users", YesOrNo));
        if (filter.Json.ValueKind == JsonValueKind.Object && !filter.Json.EnumerateObject().Any())
            filter.Refuse("must have at least one property");
    }

    private static void LengthsAgree(ValidatedJson element)
    {
        var (least, most) = (Whole(element, "min_length") ?? 0, Whole(element, "max_length") ?? 3000);
        if (least > most) element.Refuse("min_length is more than max_length");
        if (element.Text("initial_value") is { } value && value.Length > most) element.Refuse("initial_value is longer than max_length");
    }

    private static long? Whole(ValidatedJson element, string name) =>
        element.Field(name)?.Json is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;
}
