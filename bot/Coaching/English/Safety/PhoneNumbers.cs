namespace IntroBot.Coaching.English.Safety;

/// <summary>Distinguishes phone numbers from years, dates, prices, quantities and postal codes.</summary>
internal static partial class PhoneNumbers
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    public static bool IsIn(string text) =>
        International().Matches(text).Any(match => IsPhone(match.Value))
        || American().Matches(text).Any(match => IsPhone(match.Value))
        || National().Matches(text).Any(match => IsPhone(match.Value) && match.Value.Count(char.IsAsciiDigit) > 8)
        || Announced().Matches(text).Any(match => IsPhone(match.Groups[1].Value));

    private static bool IsPhone(string number) =>
        number.Count(char.IsAsciiDigit) is >= MinDigits and <= MaxDigits && !Date().IsMatch(number) && !Quantity().IsMatch(number);

    // +44 7700 900123, 0049 (30) 901820
    [GeneratedRegex(@"(?<![\w/=#.])(?:\+|00)[1-9](?:[ ().-]{0,2}[0-9]){6,13}(?![0-9])", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex International();

    // (415) 555-0132, 415.555.0132, 1-415-555-0132
    [GeneratedRegex(
        @"(?<![\w/=#.+-])(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .-]? ?[2-9][0-9]{2}[ .-]?[0-9]{4}(?![\w-])",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex American();

    // 020 7946 0958, 089/123456-78
    [GeneratedRegex(
        @"(?<![\w/=#.,+-])\(?0[1-9][0-9]{0,4}\)?(?:[ ./-]{0,2}[0-9]{2,8}){1,5}(?![0-9])", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex National();

    // Shorter or unusual numbers count when the text calls them a phone number: “call me on 555 0132”.
    [GeneratedRegex(
        @"\b(?:phone|tel|telephone|mobile|cell|whatsapp|signal|call me|ring me|text me|reach me|my number|number is)\b" +
        @"[^\d+]{0,20}(\+?[0-9](?:[ ().-]{0,2}[0-9]){6,13})(?![0-9])",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Announced();

    // 01.12.2026, 2026-12-01, 09/2021-12/2023, 2019-2024, 19:00, and the numbers of books.
    [GeneratedRegex(
        @"^\(?(?:[0-9]{1,2}[./ -][0-9]{1,2}[./ -](?:19|20)[0-9]{2}|[0-9]{1,2}[./-](?:19|20)[0-9]{2}(?![0-9])" +
        @"|(?:19|20)[0-9]{2}[ ./-]+(?:[0-9]{1,2}[ ./-]+[0-9]{1,2}|(?:19|20)[0-9]{2})(?![0-9])" +
        @"|97[89][ -]|[0-9]{4} ?- ?[0-9]{4}$|[0-9]{5}-[0-9]{4}$)",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Date();

    // 1 000 000, 10.000.000, +5 000 000, 2500000000
    [GeneratedRegex(@"^\+?[1-9][0-9]{0,2}(?:[ .]000){2,}$|^[1-9][0-9]{3,}000$", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Quantity();
}
