using System.Text.RegularExpressions;
using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes in a rich text block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static partial class RichTextRules
{
    public static void Check(ValidatedJson part)
    {
        switch (part.Text("type"))
        {
            case "rich_text_section":
                part.Is(Required("elements", Elements));
                break;
            case "rich_text_quote" or "rich_text_preformatted":
                part.Is(Required("elements", Elements), Optional("border", Number(0, 1)));
                break;
            default:
                part.Refuse($"unsupported rich text: {part.Text("type")}");
                break;
        }
    }

    private static void Elements(ValidatedJson list)
    {
        foreach (var element in list.Items(1, int.MaxValue)) Element(element);
    }

    private static void Element(ValidatedJson element)
    {
        switch (element.Text("type"))
        {
            case "text":
                element.Is(Required("text", Words(1, 3000)), Optional("style", Style));
                break;
            case "user":
                element.Is(Required("user_id", Like(UserId())), Optional("style", Style));
                break;
            case "link":
                element.Is(Required("url", Like(Address())), Optional("text", Shown(3000)), Optional("style", Style));
                break;
            case "date":
                element.Is(
                    Required("timestamp", Number(0, 99_999_999_999)), Required("format", Like(Token())),
                    Optional("fallback", Shown(3000)), Optional("url", Like(Address())));
                break;
            case "emoji":
                element.Is(Required("name", Like(EmojiName())), Optional("skin_tone", Number(2, 6)), Optional("style", Style));
                break;
            default:
                element.Refuse($"unsupported rich text element: {element.Text("type")}");
                break;
        }
    }

    private static void Style(ValidatedJson style) =>
        style.Is(Optional("bold", YesOrNo), Optional("italic", YesOrNo), Optional("strike", YesOrNo), Optional("code", YesOrNo));

    private static Action<ValidatedJson> Like(Regex shape) => spot =>
    {
        Words(1, 3000)(spot);
        if (spot.Json.ValueKind == System.Text.Json.JsonValueKind.String && !shape.IsMatch(spot.Json.GetString()!))
            spot.Refuse($"must be like {shape}");
    };

    [GeneratedRegex(@"\A[UW][A-Z0-9]{2,}\z")]
    private static partial Regex UserId();

    [GeneratedRegex(@"\A[a-z0-9_+'-]{1,100}\z")]
    private static partial Regex EmojiName();

    [GeneratedRegex(@"\A(https?://|mailto:)[^\s<>|]+\z")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\{(date(_(num|slash|long|long_full|long_pretty|pretty|short|short_pretty))?|day_divider_pretty|time|time_secs|ago)\}")]
    private static partial Regex Token();
}
