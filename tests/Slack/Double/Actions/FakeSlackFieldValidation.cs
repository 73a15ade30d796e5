namespace IntroBot.Tests.Slack.Double.Actions;

/// <summary>What Slack's client does not let a person submit.</summary>
internal static class FakeSlackFieldValidation
{
    public static IEnumerable<string> FaultsOf(FakeSlackView view) =>
        view.Elements.Where(element => element.IsInput).Select(element => FaultOf(element, view.State.Of(element))).OfType<string>();

    private static string? FaultOf(FakeSlackElement field, IReadOnlyList<string> entries)
    {
        if (entries.Count == 0) return field.IsOptional ? null : $"'{field.Label}' is required";
        if (field.Element.Number("max_selected_items") is { } most && entries.Count > most)
            return $"'{field.Label}' takes no more than {most}";
        return field.Type switch
        {
            "plain_text_input" => TextFault(field, entries[0]),
            "number_input" => NumberFault(field, entries[0]),
            "email_text_input" when !entries[0].Contains('@', StringComparison.Ordinal) => $"'{field.Label}' wants an e-mail address",
            "url_text_input" when !Uri.IsWellFormedUriString(entries[0], UriKind.Absolute) => $"'{field.Label}' wants a link",
            _ => null,
        };
    }

    private static string? TextFault(FakeSlackElement field, string text) =>
        text.Length < (field.Element.Number("min_length") ?? 0) ? $"'{field.Label}' is too short"
        : text.Length > (field.Element.Number("max_length") ?? 3000) ? $"'{field.Label}' is too long"
        : null;

    private static string? NumberFault(FakeSlackElement field, string text) =>
        !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? $"'{field.Label}' wants a number"
        : number != decimal.Truncate(number) && !field.Element.Flag("is_decimal_allowed") ? $"'{field.Label}' wants a whole number"
        : decimal.TryParse(field.Element.Text("min_value"), CultureInfo.InvariantCulture, out var least) && number < least
            ? $"'{field.Label}' is too small"
        : decimal.TryParse(field.Element.Text("max_value"), CultureInfo.InvariantCulture, out var most) && number > most
            ? $"'{field.Label}' is too large"
        : null;
}
