namespace IntroBot.Coaching.English.Effort;

/// <summary>Rule 12: a deadline within three working days.</summary>
public sealed class ComesTooSoon : ICoachingRule
{
    private const int WorkingDays = 3;

    public int Id => 12;

    public Hint? Read(Ask ask, CoachContext context) => ask.Deadline is { } deadline && deadline < After(context.Today, WorkingDays + 1)
        ? new Hint(
            Id,
            AskTemplate.Deadline,
            "Givers answer within about two days, and then you two need a time. A few more days make a yes possible.",
            After(context.Today, 2 * WorkingDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ", or no date at all")
        : null;

    private static DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
