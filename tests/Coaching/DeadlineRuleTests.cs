using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class DeadlineRuleTests
{
    private static readonly Ask NoDate = Asks.Good with { Deadline = null, DeadlineReason = "" };

    [Theory]
    [InlineData("Thanks, and please reply ASAP.")]
    [InlineData("This is urgent.")]
    [InlineData("Thank you for an answer as soon as possible.")]
    public void A_note_that_says_asap_without_a_date_gets_a_hint(string note) =>
        Assert.Equal(AskTemplate.Deadline, Asks.Heard(11, NoDate with { Note = note })?.Field);

    [Fact]
    public void Asap_with_a_date_but_no_reason_is_asked_for_the_reason() =>
        Assert.Equal(AskTemplate.DeadlineReason, Asks.Heard(11, Asks.Good with { Note = "ASAP please", DeadlineReason = " " })?.Field);

    [Theory]
    [InlineData("This is not urgent at all.")]
    [InlineData("I design shoes for urgent care nurses.")]
    public void A_calm_note_without_a_date_gets_no_hint(string note) => Assert.Null(Asks.Heard(11, NoDate with { Note = note }));

    [Fact]
    public void Urgent_with_a_date_and_its_reason_gets_no_hint() =>
        Assert.Null(Asks.Heard(11, Asks.With(AskTemplate.Note, "It is urgent.")));

    // 2 November 2026 is a Monday, 6 November a Friday.
    [Theory]
    [InlineData("2026-11-02", "2026-11-05")]
    [InlineData("2026-11-02", "2026-11-02")]
    [InlineData("2026-11-06", "2026-11-11")]
    [InlineData("2026-11-07", "2026-11-11")]
    public void A_deadline_within_three_working_days_gets_a_hint(string today, string deadline) =>
        Assert.NotNull(Asks.Heard(12, Asks.Good with { Deadline = Day(deadline) }, Asks.Context with { Today = Day(today) }));

    [Theory]
    [InlineData("2026-11-02", "2026-11-06")]
    [InlineData("2026-11-06", "2026-11-12")]
    [InlineData("2026-11-07", "2026-11-12")]
    public void A_deadline_on_the_fourth_working_day_gets_no_hint(string today, string deadline) =>
        Assert.Null(Asks.Heard(12, Asks.Good with { Deadline = Day(deadline) }, Asks.Context with { Today = Day(today) }));

    [Fact]
    public void No_deadline_is_never_too_soon() => Assert.Null(Asks.Heard(12, NoDate));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
