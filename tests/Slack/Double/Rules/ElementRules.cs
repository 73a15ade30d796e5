using System.Globalization;
using System.Text.Json;
using static IntroBot.Tests.Slack.Double.Rules.OptionRules;
using static IntroBot.Tests.Slack.Double.Rules.Property;
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

    public static void OfActions(Spot element) => Check(element, Pressed);

    public static void OfInput(Spot element) => Check(element, ["plain_text_input", .. Chosen]);

    private static void Check(Spot element, string[] allowed)
    {
        var type = element.Word("type");
        if (!allowed.Contains(type))
        {
            element.Refuse($"unsupported element here: {type}");
            return;
        }

        element.Is([Need("action_id", Id), .. type == "button" ? [] : new[] { May("focus_on_load", YesOrNo) }, .. PropertiesOf(type!)]);
        ChosenAreOffered(element);
        LengthsAgree(element);
    }

    private static IEnumerable<Property> PropertiesOf(string type) => type switch
    {
        "button" =>
        [
            Need("text", Plain(75)), May("value", Words(1, 2000)), May("url", Words(1, 3000)), May("style", OneOf("primary", "danger")),
            May("accessibility_label", Words(1, 75)),
        ],
        "plain_text_input" =>
        [
            May("multiline", YesOrNo), May("min_length", Number(0, 3000)), May("max_length", Number(1, 3000)),
            May("initial_value", Words(1, 3000)), May("placeholder", Plain(150)),
        ],
        "static_select" => [Need("options", Options(100)), May("initial_option", Any), May("placeholder", Plain(150))],
        "multi_static_select" =>
            [
                Need("options", Options(100)),
                May("initial_options", Any),
                May("max_selected_items", Number(1, 100)),
                May("placeholder", Plain(150)),
            ],
        "external_select" => [May("min_query_length", Number(0, 100)), May("initial_option", Any), May("placeholder", Plain(150))],
        "multi_external_select" =>
            [
                May("min_query_length", Number(0, 100)),
                May("initial_options", Any),
                May("max_selected_items", Number(1, 100)),
                May("placeholder", Plain(150)),
            ],
        "checkboxes" => [Need("options", Options(10)), May("initial_options", Any)],
        "radio_buttons" => [Need("options", Options(10)), May("initial_option", Any)],
        "datepicker" => [May("initial_date", Day), May("placeholder", Plain(150))],
        "users_select" => [May("initial_user", Id), May("placeholder", Plain(150))],
        _ =>
            [
                May("initial_conversation", Channel),
                May("filter", Filter),
                May("default_to_current_conversation", YesOrNo),
                May("placeholder", Plain(150)),
            ],
    };

    /// <summary>Checked where it is compared with the options.</summary>
    private static void Any(Spot spot)
    {
    }

    private static void Day(Spot day)
    {
        if (!DateOnly.TryParseExact(day.Json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            day.Refuse("must be a day like 2026-12-01");
    }

    private static void Channel(Spot id)
    {
        if (id.Json.ToString() is not ['C' or 'G' or 'D', _, _, ..] || !id.Json.ToString().All(char.IsAsciiLetterOrDigit))
            id.Refuse("channel_not_found");
    }

    private static void Filter(Spot filter)
    {
        filter.Is(May("include", list => list.Items(1, 4).ToList().ForEach(OneOf("im", "mpim", "private", "public"))),
            May("exclude_external_shared_channels", YesOrNo), May("exclude_bot_users", YesOrNo));
        if (filter.Json.ValueKind == JsonValueKind.Object && !filter.Json.EnumerateObject().Any())
            filter.Refuse("must have at least one property");
    }

    private static void LengthsAgree(Spot element)
    {
        var (least, most) = (Whole(element, "min_length") ?? 0, Whole(element, "max_length") ?? 3000);
        if (least > most) element.Refuse("min_length is more than max_length");
        if (element.Word("initial_value") is { } value && value.Length > most) element.Refuse("initial_value is longer than max_length");
    }

    private static long? Whole(Spot element, string name) =>
        element.Field(name)?.Json is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;
}
