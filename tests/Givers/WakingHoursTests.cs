using CsCheck;
using IntroBot.Chat;
using IntroBot.Givers;

namespace IntroBot.Tests.Givers;

public sealed class WakingHoursTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Zones with summer time in both halves of the world, half hours, none at all, and one nobody knows.</summary>
    private static readonly Gen<string> Zone = Gen.OneOf(
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu", "Africa/Lagos", "Pacific/Auckland",
        "America/Santiago", "Pacific/Kiritimati", "UTC", "Mars/Olympus_Mons");

    /// <summary>Any hours, and any days off; all seven count as none.</summary>
    private static readonly Gen<QuietTimes> Quiet = Gen.Select(
        Gen.Int[0, 23],
        Gen.Int[0, 23],
        Gen.Int[0, (int)Weekdays.All],
        (from, to, off) => new QuietTimes(new TimeOnly(from, 0), new TimeOnly(to, 0), (Weekdays)off));

    /// <summary>The days of 2026 on which the clocks of one of these zones change.</summary>
    private static readonly DateOnly[] Changes =
    [
        new(2026, 3, 8), new(2026, 3, 29), new(2026, 4, 5), new(2026, 9, 6),
        new(2026, 9, 27), new(2026, 10, 4), new(2026, 10, 25), new(2026, 11, 1),
    ];

    /// <summary>Any minute of two years, and as often one of the three days about a change of the clocks somewhere.</summary>
    private static readonly Gen<DateTimeOffset> Moment = Gen.OneOf(
        Gen.Int[0, 2 * 365 * 24 * 60].Select(minute => Start.AddMinutes(minute)),
        Gen.Select(
            Gen.Int[0, Changes.Length - 1],
            Gen.Int[-36 * 60, 36 * 60],
            (change, minute) => new DateTimeOffset(Changes[change].ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute)));

    private static readonly Gen<TimeSpan> Time = Gen.Int[0, 40 * 60].Select(minutes => TimeSpan.FromMinutes(minutes));

    [Fact]
    public void The_next_waking_moment_is_never_in_quiet_hours_and_never_in_the_past() =>
        Gen.Select(Moment, Zone, Quiet).Sample((now, zone, quiet) =>
        {
            var next = WakingHours.Next(now, zone, quiet);
            return next >= now && !IsQuiet(next, zone, quiet);
        });

    [Fact]
    public void Somebody_awake_is_reached_at_once() => Gen.Select(Moment, Zone, Quiet).Sample((now, zone, quiet) =>
        IsQuiet(now, zone, quiet) || WakingHours.Next(now, zone, quiet) == now);

    [Fact]
    public void The_last_minute_counted_is_never_in_quiet_hours() =>
        Gen.Select(Moment, Zone, Quiet, Time.Where(time => time > TimeSpan.Zero)).Sample((now, zone, quiet, time) =>
            !IsQuiet(WakingHours.Add(now, time, zone, quiet).AddMinutes(-1), zone, quiet));

    [Fact]
    public void Exactly_the_minutes_awake_are_counted() => Gen.Select(Moment, Zone, Quiet, Gen.Int[1, 24 * 60]).Sample(
        (now, zone, quiet, minutes) =>
        {
            var end = WakingHours.Add(now, TimeSpan.FromMinutes(minutes), zone, quiet);
            var awake = 0;
            for (var at = now; at < end; at = at.AddMinutes(1))
            {
                awake += IsQuiet(at, zone, quiet) ? 0 : 1;
            }

            return awake == minutes;
        },
        iter: 60);

    [Fact]
    public void Two_times_one_after_the_other_are_their_sum() =>
        Gen.Select(Moment, Zone, Quiet, Time, Time).Sample((now, zone, quiet, one, two) =>
            WakingHours.Add(WakingHours.Add(now, one, zone, quiet), two, zone, quiet) == WakingHours.Add(now, one + two, zone, quiet)
            || two == TimeSpan.Zero);

    [Fact]
    public void Equal_ends_mean_that_every_hour_counts() => Gen.Select(Moment, Zone, Gen.Int[0, 23], Time).Sample((now, zone, hour, time) =>
        WakingHours.Add(now, time, zone, new QuietTimes(new TimeOnly(hour, 0), new TimeOnly(hour, 0), Weekdays.None)) == now + time);

    [Fact]
    public void An_unknown_zone_reads_as_utc() => Gen.Select(Moment, Quiet, Time).Sample((now, quiet, time) =>
        WakingHours.Add(now, time, "Mars/Olympus_Mons", quiet) == WakingHours.Add(now, time, "UTC", quiet));

    [Fact]
    public void A_night_in_which_clocks_go_forward_costs_no_waking_hour() => Assert.Equal(
        new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.Zero),
        WakingHours.Add(
            new DateTimeOffset(2026, 3, 28, 18, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2), "Europe/Berlin", QuietTimes.Nights));

    [Fact]
    public void A_night_in_which_clocks_go_back_brings_no_waking_hour() => Assert.Equal(
        new DateTimeOffset(2026, 10, 25, 8, 0, 0, TimeSpan.Zero),
        WakingHours.Add(
            new DateTimeOffset(2026, 10, 24, 17, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2), "Europe/Berlin", QuietTimes.Nights));

    [Fact]
    public void Who_is_awake_only_in_the_hour_that_clocks_skip_is_reached_the_day_after() => Assert.Equal(
        new DateTimeOffset(2026, 9, 27, 13, 0, 0, TimeSpan.Zero),
        WakingHours.Next(
            new DateTimeOffset(2026, 9, 26, 12, 0, 0, TimeSpan.Zero),
            "Pacific/Auckland",
            new QuietTimes(new TimeOnly(3, 0), new TimeOnly(2, 0), Weekdays.None)));

    [Theory]
    [InlineData("2026-12-04T18:00", "2026-12-04T18:00")]
    [InlineData("2026-12-04T20:00", "2026-12-07T08:00")]
    [InlineData("2026-12-05T12:00", "2026-12-07T08:00")]
    [InlineData("2026-12-06T23:59", "2026-12-07T08:00")]
    public void A_weekend_off_ends_on_Monday_morning(string now, string next) =>
        Assert.Equal(Utc(next), WakingHours.Next(Utc(now), "UTC", QuietTimes.Default));

    [Fact]
    public void A_weekend_off_counts_for_no_hour_of_an_offer() =>
        Assert.Equal(Utc("2026-12-08T18:00"), WakingHours.Add(Utc("2026-12-04T18:00"), TimeSpan.FromHours(24), "UTC", QuietTimes.Default));

    [Fact]
    public void A_day_off_ends_at_midnight_where_there_are_no_quiet_hours() => Assert.Equal(
        Utc("2026-12-07T00:00"), WakingHours.Next(Utc("2026-12-05T12:00"), "UTC", new QuietTimes(default, default)));

    [Fact]
    public void Somebody_with_seven_days_off_is_reached_all_the_same() => Assert.Equal(
        Utc("2026-12-05T12:00"),
        WakingHours.Next(Utc("2026-12-05T12:00"), "UTC", QuietTimes.Default with { DaysOff = Weekdays.All }));

    private static DateTimeOffset Utc(string time) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool IsQuiet(DateTimeOffset at, string zone, QuietTimes quiet)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZones.Find(zone)).DateTime;
        return quiet.Contains(TimeOnly.FromDateTime(local)) || quiet.IsDayOff(local.DayOfWeek);
    }
}
