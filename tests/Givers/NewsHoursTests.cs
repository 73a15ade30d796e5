using CsCheck;
using IntroBot.Givers;

namespace IntroBot.Tests.Givers;

/// <summary>The set hours of an asker's news: 09:00 and 16:00 of a working day, one working day after the search began.</summary>
public sealed class NewsHoursTests
{
    [Theory]
    [InlineData("2026-12-01T08:00", "2026-12-02T09:00")]
    [InlineData("2026-12-01T09:00", "2026-12-02T09:00")]
    [InlineData("2026-12-01T09:01", "2026-12-02T16:00")]
    [InlineData("2026-12-01T16:30", "2026-12-03T09:00")]
    [InlineData("2026-12-03T23:59", "2026-12-07T09:00")]
    [InlineData("2026-12-04T10:00", "2026-12-07T16:00")]
    [InlineData("2026-12-05T10:00", "2026-12-08T09:00")]
    [InlineData("2026-12-06T22:00", "2026-12-08T09:00")]
    public void News_comes_at_the_first_set_hour_a_working_day_later(string began, string news) =>
        Assert.Equal(Utc(news), NewsHours.After(Utc(began), "UTC", QuietTimes.Default));

    [Fact]
    public void Somebody_who_sleeps_at_nine_hears_at_four() => Assert.Equal(
        Utc("2026-12-02T16:00"), NewsHours.After(Utc("2026-12-01T07:00"), "UTC", new QuietTimes(new TimeOnly(0, 0), new TimeOnly(12, 0))));

    [Fact]
    public void Somebody_who_sleeps_at_both_hears_when_they_wake() => Assert.Equal(
        Utc("2026-12-02T18:00"), NewsHours.After(Utc("2026-12-01T07:00"), "UTC", new QuietTimes(new TimeOnly(8, 0), new TimeOnly(18, 0))));

    [Fact]
    public void The_hour_is_one_on_the_asker_s_clock() => Assert.Equal(
        Utc("2026-12-01T20:00"), NewsHours.After(Utc("2026-11-30T19:30"), "Pacific/Auckland", QuietTimes.Default));

    [Fact]
    public void The_hour_is_never_quiet_and_never_on_a_day_off() =>
        Gen.Select(Gen.Int[0, 500_000], Gen.Int[0, 23], Gen.Int[0, 23], Gen.Int[0, 126]).Sample((minute, from, to, off) =>
        {
            var began = Utc("2026-01-01T00:00").AddMinutes(minute);
            var quiet = new QuietTimes(new TimeOnly(from, 0), new TimeOnly(to, 0), (Weekdays)off);
            var news = NewsHours.After(began, "UTC", quiet);
            return news - began >= TimeSpan.FromDays(1) && WakingHours.Next(news, "UTC", quiet) == news;
        });

    private static DateTimeOffset Utc(string time) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
