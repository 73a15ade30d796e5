using IntroBot.Coaching;

namespace IntroBot.Givers;

/// <summary>The form for what a giver offers, and the reading of its answers.</summary>
public static class GiverForms
{
    public const string Topics = "topics";
    public const string Companies = "companies";
    public const string Kinds = "kinds";
    public const string Cap = "cap";
    public const string QuietFrom = "quiet-from";
    public const string QuietTo = "quiet-to";
    public const string NoQuietHours = "no-quiet-hours";
    public const string WorkingDays = "working-days";
    public const int TermLength = 40;

    /// <summary>The profile form; <paramref name="suggestions"/> are topics that others listed.</summary>
    public static Form Profile(Giver giver, ImmutableArray<string> suggestions) => new(
        FormIds.Give,
        "",
        giver.OptedIn ? "What you offer" : "Offer to help",
        [
            new CardPart.Text(Words.Of(
                $"You get one ask at a time, never at night or on a day off, and never more often than you say. "
                + $"A no is always free and private.")),
        ],
        [
            new FormInput.Tags(
                Topics, "What do you know about?",
                "For example “supply chain, sourcing, negotiation”. Be specific: that is how the right asks find you.",
                Required: true, GiverProfile.MaxTopics, suggestions, giver.Profile.Topics),
            new FormInput.Tags(
                Companies, "Companies or fields you know from inside", "Leave it empty if you like.",
                Required: false, GiverProfile.MaxCompanies, [], giver.Profile.Companies),
            new FormInput.Choices(
                Kinds, "What kind of help do you like to give?", "Leave all of them open if any kind is fine.", Required: false,
                [.. Purposes.All.Select(purpose => new FormOption(Purposes.Value(purpose), Purposes.Label(purpose)))],
                [.. giver.Profile.Kinds.Select(Purposes.Value)]),
            new FormInput.Choice(
                Cap, "How often may you be asked, at most?", "Twice a week is a good start.", Required: true,
                [.. Caps.Select(cap => new FormOption(Number(cap), CapLabel(cap)))],
                Number(giver.Profile.WeeklyCap)),
            new FormInput.Choices(
                WorkingDays, "Which days may you be asked on?", "An ask that comes on another day waits for the next of these.",
                Required: true,
                [.. Week.Select(day => new FormOption(WeekdayNames.Of(day), WeekdayNames.Of(day)))],
                [.. Week.Where(day => !giver.Profile.Quiet.IsDayOff(day)).Select(WeekdayNames.Of)]),
            new FormInput.Choice(
                QuietFrom, "Quiet from", "On your own clock.", Required: true, Hours, Hour(QuietHours(giver).From)),
            new FormInput.Choice(QuietTo, "Quiet until", "", Required: true, Hours, Hour(QuietHours(giver).To)),
            new FormInput.Checkbox(
                NoQuietHours, "No quiet hours", "I may be asked at any hour of these days.", Required: false,
                !giver.Profile.Quiet.HasQuietHours),
        ],
        giver.OptedIn ? "Save" : "I am happy to be asked");

    /// <summary>A cap in words.</summary>
    public static string CapLabel(int cap) => cap == GiverProfile.OnceAMonth ? "once in 30 days" : $"{Number(cap)} a week";

    /// <summary>The profile from the form, or an error for every invalid field.</summary>
    public static (GiverProfile? Profile, ImmutableDictionary<string, string> Errors) Validate(FormAnswers answers)
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        var topics = ReadTags(answers, Topics, GiverProfile.MaxTopics, errors);
        var companies = ReadTags(answers, Companies, GiverProfile.MaxCompanies, errors);
        if (topics.Length == 0 && !errors.ContainsKey(Topics))
        {
            errors[Topics] = "Please give at least one topic; it is how people find you.";
        }

        var kinds = answers.Many(Kinds).Where(kind => kind.Length > 0).ToArray();
        var known = kinds.Select(Purposes.Find).ToArray();
        if (known.Contains(null))
        {
            errors[Kinds] = "Please pick from the kinds of help listed here.";
        }

        if (!int.TryParse(answers.Text(Cap), NumberStyles.None, CultureInfo.InvariantCulture, out var cap)
            || !Caps.Contains(cap))
        {
            errors[Cap] = "Please pick one from the list.";
        }

        var quiet = ReadQuietTimes(answers, errors);
        return errors.Count > 0
            ? (null, errors.ToImmutable())
            : (new GiverProfile(topics, companies, [.. known.OfType<Purpose>().Distinct()], cap, quiet),
                errors.ToImmutable());
    }

    private static IEnumerable<int> Caps => Enumerable.Range(1, GiverProfile.MaxCap).Prepend(GiverProfile.OnceAMonth);

    private static ImmutableArray<DayOfWeek> Week => WeekdayNames.Week;

    private static ImmutableArray<FormOption> Hours { get; } =
        [.. Enumerable.Range(0, 24).Select(hour => Hour(new TimeOnly(hour, 0))).Select(hour => new FormOption(hour, hour))];

    private static ImmutableArray<string> ReadTags(
        FormAnswers answers, string id, int most, ImmutableDictionary<string, string>.Builder errors)
    {
        ImmutableArray<string> tags = [.. answers.Tags(id).DistinctBy(IndexKey.Of)];
        if (tags.Length > most)
        {
            errors[id] = $"{most} at most, please; these are {tags.Length}. Keep the ones you like best to be asked about.";
        }
        else if (tags.Any(tag => tag.Length > TermLength || IndexKey.Of(tag).Length < 2))
        {
            errors[id] = $"Each has 2 to {TermLength} characters, please, with letters or digits in it.";
        }

        return tags;
    }

    /// <summary>Reads the days that are not chosen as days off; a form without the question leaves the weekend off.</summary>
    private static QuietTimes ReadQuietTimes(FormAnswers answers, ImmutableDictionary<string, string>.Builder errors)
    {
        var (from, to) = (ReadHour(answers, QuietFrom, errors), ReadHour(answers, QuietTo, errors));
        var hours = answers.IsTicked(NoQuietHours) ? new QuietTimes(default, default) : new QuietTimes(from, to);
        if (!answers.Has(WorkingDays))
        {
            return hours;
        }

        var chosen = answers.Many(WorkingDays).Where(day => day.Length > 0).ToArray();
        var working = Week.Where(day => chosen.Contains(WeekdayNames.Of(day))).ToArray();
        if (working.Length == 0 || working.Length < chosen.Distinct().Count())
        {
            errors[WorkingDays] = "Please keep at least one day on which you may be asked.";
        }

        return hours with { DaysOff = WeekdayNames.AllBut(working) };
    }

    private static QuietTimes QuietHours(Giver giver) => giver.Profile.Quiet.HasQuietHours ? giver.Profile.Quiet : QuietTimes.Default;

    private static TimeOnly ReadHour(FormAnswers answers, string id, ImmutableDictionary<string, string>.Builder errors)
    {
        if (TimeOnly.TryParseExact(answers.Text(id), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            && hour.Minute == 0)
        {
            return hour;
        }

        errors[id] = "Please pick an hour of the day.";
        return default;
    }

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
