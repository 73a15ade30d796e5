using System.Text.RegularExpressions;
using static IntroBot.Tests.Slack.Double.Rules.Property;
using static IntroBot.Tests.Slack.Double.Rules.TextRules;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes in a rich text block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
internal static partial class RichTextRules
{
    public static void Check(Spot part)
    {
        switch (part.Word("type"))
        {
            case "rich_text_section":
                part.Is(Need("elements", Elements));
                break;
            case "rich_text_quote" or "rich_text_preformatted":
                part.Is(Need("elements", Elements), May("border", Number(0, 1)));
                break;
            default:
                part.Refuse($"unsupported rich text: {part.Word("type")}");
                break;
        }
    }

    private static void Elements(Spot list)
    {
        foreach (var element in list.Items(1, int.MaxValue)) Element(element);
    }

    private static void Element(Spot element)
    {
        switch (element.Word("type"))
        {
            case "text":
                element.Is(Need("text", Words(1, 3000)), May("style", Style));
                break;
            case "user":
                element.Is(Need("user_id", Like(UserId())), May("style", Style));
                break;
            case "link":
                element.Is(Need("url", Like(Address())), May("text", Shown(3000)), May("style", Style));
                break;
            case "date":
                element.Is(
                    Need("timestamp", Number(0, 99_999_999_999)), Need("format", Like(Token())),
                    May("fallback", Shown(3000)), May("url", Like(Address())));
                break;
            default:
                element.Refuse($"unsupported rich text element: {element.Word("type")}");
                break;
        }
    }

    private static void Style(Spot style) =>
        style.Is(May("bold", YesOrNo), May("italic", YesOrNo), May("strike", YesOrNo), May("code", YesOrNo));

    private static Action<Spot> Like(Regex shape) => spot =>
    {
        Words(1, 3000)(spot);
        if (spot.Json.ValueKind == System.Text.Json.JsonValueKind.String && !shape.IsMatch(spot.Json.GetString()!))
            spot.Refuse($"must be like {shape}");
    };

    [GeneratedRegex(@"\A[UW][A-Z0-9]{2,}\z")]
    private static partial Regex UserId();

    [GeneratedRegex(@"\A(https?://|mailto:)[^\s<>|]+\z")]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\{(date(_(num|slash|long|long_full|long_pretty|pretty|short|short_pretty))?|day_divider_pretty|time|time_secs|ago)\}")]
    private static partial Regex Token();
}
