namespace IntroBot.Chat;

/// <summary>
/// Reads days and spans of time as people write them: “2w”, “for two weeks”, “until Friday”, “3 Dec”, “next week”, and days in ISO form.
/// </summary>
public static partial class DayWords
{
    private static readonly string[] Numbers =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The span or the day to come that the words name, seen from today; null where they name none.</summary>
    public static SpokenTime? Read(string words, DateOnly today)
    {
        var plain = string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        plain = Courtesy().Replace(plain.TrimEnd('.', ',', '!'), "");
        return Until().Match(plain) is { Success: true } until
            ? ReadDay(until.Groups["rest"].Value, today) ?? ReadSpan(until.Groups["rest"].Value)
            : ReadSpan(For().Replace(plain, "")) ?? ReadDay(On().Replace(For().Replace(plain, ""), ""), today);
    }

    private static SpokenTime? ReadSpan(string words)
    {
        if (Span().Match(words) is not { Success: true } span)
        {
            return null;
        }

        var count = span.Groups["n"].Value switch
        {
            "" or "a" or "an" or "one more" or "another" => 1,
            "a couple of" or "a couple" or "couple of" => 2,
            "a few" or "some" => 3,
            var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) => digits,
            var number => Array.IndexOf(Numbers, number),
        };
        return count > 0 ? new SpokenTime.Span(TimeSpan.FromDays((long)count * DaysIn(span.Groups["unit"].Value))) : null;
    }

    private static int DaysIn(string unit) => unit switch
    {
        ['d', ..] => 1,
        ['f', ..] => 14,
        ['w', ..] => 7,
        ['y', ..] => 365,
        _ => 30,
    };

    private static SpokenTime? ReadDay(string words, DateOnly today) => words switch
    {
        "tomorrow" or "tmrw" => Day(today.AddDays(1)),
        "the day after tomorrow" or "day after tomorrow" => Day(today.AddDays(2)),
        "next week" or "the end of the week" or "end of the week" or "end of week" or "the weekend is over" or "after the weekend" =>
            Day(MondayAfter(today)),
        "the week after next" or "week after next" => Day(MondayAfter(today).AddDays(7)),
        "next month" or "the end of the month" or "end of the month" or "end of month" => Day(FirstOfNextMonth(today)),
        "next year" or "the new year" or "new year" or "the end of the year" or "end of the year" or "end of year" =>
            Day(new DateOnly(today.Year + 1, 1, 1)),
        _ when WeekdayIn(words) is { } weekday => Day(DayOf(weekday.Day, weekday.IsNext, today)),
        _ => ReadDate(words, today) is { } date ? Day(date) : null,
    };

    private static SpokenTime.Day Day(DateOnly day) => new(day);

    private static (DayOfWeek Day, bool IsNext)? WeekdayIn(string words) =>
        Weekday().Match(words) is { Success: true } match
            ? ((DayOfWeek)Array.IndexOf(Weekdays, match.Groups["day"].Value[..3]), match.Groups["next"].Success)
            : null;

    /// <summary>The weekday to come; “next” means the one of next week.</summary>
    private static DateOnly DayOf(DayOfWeek day, bool isNext, DateOnly today) => isNext
        ? MondayAfter(today).AddDays(((int)day + 6) % 7)
        : today.AddDays(((int)day - (int)today.DayOfWeek + 6) % 7 + 1);

    private static DateOnly MondayAfter(DateOnly today) =>
        today.AddDays((8 - (int)today.DayOfWeek) % 7 is var days && days == 0 ? 7 : days);

    private static DateOnly FirstOfNextMonth(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1);

    private static DateOnly? ReadDate(string words, DateOnly today)
    {
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return iso;
        }

        var date = DayAndMonth().Match(words) is { Success: true } named ? named : Dotted().Match(words);
        if (!date.Success || !int.TryParse(date.Groups["day"].ValueSpan, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        var month = date.Groups["name"] is { Success: true } name
            ? Array.IndexOf(Months, name.Value[..3]) + 1
            : int.Parse(date.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
        var year = date.Groups["year"] is { Success: true } written
            ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) is var two && two < 100 ? 2000 + two : two
            : today.Year;
        return DateOf(year, month, day) is not { } read
            ? null
            : read < today && !date.Groups["year"].Success ? DateOf(year + 1, month, day) : read;
    }

    private static DateOnly? DateOf(int year, int month, int day) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    [GeneratedRegex("[ ,]+(please|thanks|thank you)$", RegexOptions.CultureInvariant)]
    private static partial Regex Courtesy();

    private const string MonthName =
        "(?<name>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\\.?";

    private const string DayNumber = @"(?<day>\d{1,2})(st|nd|rd|th)?\.?";

    private const string Year = @"(,? (?<year>\d{4}))?";

    [GeneratedRegex("^(from now )?(un?till?|till?|to|through|thru|up to|before) (?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(
        @"^((for|in|about|around|over)( the next| the coming| about| around)?|the next|the coming|" +
        @"next(?= (\d|couple|few|two|three|four))) ",
        RegexOptions.CultureInvariant)]
    private static partial Regex For();

    [GeneratedRegex("^(on|from) ", RegexOptions.CultureInvariant)]
    private static partial Regex On();

    [GeneratedRegex(
        @"^(?<n>\d{1,3}|an?|one more|another|a couple( of)?|couple of|a few|some|one|two|three|four|five|six|seven|eight|nine|ten|" +
        "eleven|twelve) ?(?<unit>d|days?|w|wks?|weeks?|fortnights?|m|mos?|months?|years?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(
        "^(on )?((?<next>next)|this|coming|the)? ?(?<day>mon(day)?|tue(s(day)?)?|wed(s|nesday)?|thu(r(s(day)?)?)?|fri(day)?|" +
        "sat(urday)?|sun(day)?)( morning| evening| night)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex($"^(the )?({DayNumber}( of)? {MonthName}|{MonthName}( the)? {DayNumber}){Year}$", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"^(?<day>\d{1,2})\.(?<month>\d{1,2})\.?(?<year>\d{4}|\d{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
