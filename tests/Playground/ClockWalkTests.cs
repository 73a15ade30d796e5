using IntroBot.Playground;
using IntroBot.Playground.Community;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Playground;

public sealed class ClockWalkTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider real = new(Start);
    private readonly MemoryKeyValueStore keyValues = new();

    [Fact]
    public async Task The_clock_walks_in_steps_of_an_hour_and_does_what_is_due_at_each()
    {
        var (clock, work, walk) = Made();

        await walk.MoveAsync(TimeSpan.FromHours(2.5), default);

        Assert.Equal([Start.AddHours(1), Start.AddHours(2), Start.AddHours(2.5)], work.RanAt);
        Assert.Equal(4, work.Settled);
        Assert.Equal(Start.AddHours(2.5), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_restart_finds_the_clock_where_it_was_left_even_half_way()
    {
        var (_, work, walk) = Made();
        work.OnRun = at => at == Start.AddHours(2) ? throw new InvalidOperationException("power cut") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidOperationException>(() => walk.MoveAsync(TimeSpan.FromHours(5), default));

        var (clock, _, again) = Made();
        await again.RestoreAsync(default);

        Assert.Equal(Start.AddHours(2), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_fresh_community_begins_at_now_for_good()
    {
        var (clock, _, walk) = Made();
        await walk.MoveAsync(TimeSpan.FromDays(1), default);

        await walk.BeginAsync(default);

        Assert.Equal(Start, clock.GetUtcNow());
        var (restarted, _, again) = Made();
        await again.RestoreAsync(default);
        Assert.Equal(Start, restarted.GetUtcNow());
    }

    [Theory]
    [InlineData("2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-24T15:59:00Z", "2026-11-24T15:59:00Z")]
    [InlineData("2026-11-24T16:00:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-24T07:59:00Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-24T23:30:00-03:00", "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-27T16:30:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-28T10:00:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-29T23:59:00Z", "2026-11-30T09:00:00Z")]
    [InlineData("2026-11-30T00:00:00Z", "2026-11-30T09:00:00Z")]
    public async Task A_fresh_community_begins_on_a_working_morning(string now, string begins)
    {
        var real = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var clock = new PlaygroundClock(real);
        var walk = new ClockAdvance(clock, new RecordedWork(clock), keyValues, new ChangeNotifier());

        await walk.BeginAsync(default);

        Assert.Equal(DateTimeOffset.Parse(begins, CultureInfo.InvariantCulture), clock.GetUtcNow());
        Assert.True(clock.Offset >= TimeSpan.Zero);
    }

    [Fact]
    public void The_clock_never_moves_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Made().Clock.Forward(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Timers_run_on_real_time()
    {
        var rang = 0;
        var clock = Made().Clock;
        using var timer = clock.CreateTimer(_ => rang++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.Forward(TimeSpan.FromDays(1));
        Assert.Equal(0, rang);

        real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, rang);
    }

    private (PlaygroundClock Clock, RecordedWork Work, ClockAdvance Walk) Made()
    {
        var clock = new PlaygroundClock(real);
        var work = new RecordedWork(clock);
        return (clock, work, new ClockAdvance(clock, work, keyValues, new ChangeNotifier()));
    }
}
