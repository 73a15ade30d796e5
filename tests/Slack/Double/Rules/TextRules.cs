using static IntroBot.Tests.Slack.Double.Rules.PropertyRule;

namespace IntroBot.Tests.Slack.Double.Rules;

/// <summary>What Slack takes as text, numbers and ids (slack.md, section 5).</summary>
internal static class TextRules
{
    public static Action<ValidatedJson> Words(int least, int most) => spot =>
    {
        if (spot.Json.ValueKind != JsonValueKind.String) spot.Refuse("must be a string");
        else if (!IsReadable(spot.Json)) spot.Refuse("must be valid text");
        else if (spot.Json.GetString()!.Length < least) spot.Refuse($"must be more than {least - 1} characters");
        else if (spot.Json.GetString()!.Length > most) spot.Refuse($"must be less than {most + 1} characters");
    };

    public static Action<ValidatedJson> Id => Words(1, 255);

    public static Action<ValidatedJson> OneOf(params string[] words) => spot =>
    {
        if (spot.Json.ValueKind != JsonValueKind.String || !words.Contains(spot.Json.GetString()))
            spot.Refuse($"must be one of {string.Join(", ", words)}");
    };

    public static Action<ValidatedJson> Number(long least, long most) => spot =>
    {
        if (spot.Json.ValueKind != JsonValueKind.Number || !spot.Json.TryGetInt64(out var number)) spot.Refuse("must provide an integer");
        else if (number < least || number > most) spot.Refuse($"must be from {least} to {most}");
    };

    public static Action<ValidatedJson> YesOrNo => spot =>
    {
        if (spot.Json.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) spot.Refuse("must be a boolean");
    };

    public static Action<ValidatedJson> Plain(int most) => spot =>
    {
        spot.Is(Required("text", Shown(most)), Optional("emoji", YesOrNo));
        if (spot.Text("type") != "plain_text") spot.Refuse("must be plain_text");
    };

    public static Action<ValidatedJson> PlainOrMrkdwn(int most) => spot =>
    {
        if (spot.Text("type") != "mrkdwn")
            Plain(most)(spot);
        else
            spot.Is(Required("text", Shown(most)), Optional("verbatim", YesOrNo));
    };

    /// <summary>Text in which something can be seen.</summary>
    public static Action<ValidatedJson> Shown(int most) => spot =>
    {
        Words(1, most)(spot);
        if (spot.Json.ValueKind == JsonValueKind.String
            && IsReadable(spot.Json)
            && spot.Json.GetString() is { Length: > 0 } text
            && string.IsNullOrWhiteSpace(text))
            spot.Refuse("must not be blank");
    };

    /// <summary>An escape for half a character is valid JSON and no valid text.</summary>
    public static bool IsReadable(JsonElement json)
    {
        try
        {
            return json.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
