using IntroBot.Operations.Health;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Operations.Health;

/// <summary>Work that stands still makes a program unready; work that fails by itself is told, and the rest goes on.</summary>
public sealed class WorkCheckTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly StalledWork work = new();

    private DueMonitor Due => work.The<DueMonitor>();

    private const string Partition = "home|r|1";

    [Fact]
    public async Task A_message_that_is_on_its_way_for_too_long_makes_unhealthy_until_it_has_arrived()
    {
        var committed = work.Add(messages: 1);
        work.Clock.Advance(WorkCheck.MaxDelay);
        Due.PassEnded(new DuePass());
        Assert.Equal("Healthy ", await AskAsync());

        work.Clock.Advance(Minute);
        Assert.Equal("Unhealthy A message has been on its way for 6 minutes: the outbox is stuck.", await AskAsync());

        work.The<OutboxQueue>().Done(committed);
        Assert.Equal("Healthy ", await AskAsync());
    }

    [Fact]
    public async Task Due_work_nobody_looks_at_makes_unhealthy()
    {
        Assert.Equal("Healthy ", await AskAsync());
        work.Clock.Advance(WorkCheck.MaxDelay + Minute);
        Assert.Equal("Unhealthy No due pass has ended for 6 minutes.", await AskAsync());
    }

    [Fact]
    public async Task Due_work_that_every_round_leaves_makes_unhealthy()
    {
        var since = work.Clock.GetUtcNow();
        Assert.Equal(
            "Healthy ",
                await AfterRoundAsync(
                    WorkCheck.MaxDelay, round => round.Add(new DueCheckResult(Partition, Worked: false, LateSince: since))));
        Assert.Equal(
            "Unhealthy Work that was due has waited for 6 minutes.",
            await AfterRoundAsync(Minute, round => round.Add(new DueCheckResult(Partition, Worked: false, LateSince: since))));
        Assert.Equal("Healthy ", await AfterRoundAsync(Minute, _ => { }));
    }

    [Fact]
    public async Task Work_of_one_partition_that_fails_is_told_and_logged_once()
    {
        for (var rounds = 0; rounds < 3; rounds++)
        {
            Assert.Equal("Degraded The due work of one intro or person fails and is retried: see the log.", await AfterRoundAsync(
                Minute, round => round.Add(new DueCheckResult(Partition, Worked: false, Failure: "KeyNotFoundException"))));
        }

        Assert.Contains(
            "home|r|1 failed", Assert.Single(work.Log.Lines, line => line.Level == LogLevel.Warning).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rounds_that_break_off_are_logged_once_until_one_comes_to_its_end()
    {
        for (var rounds = 0; rounds < 3; rounds++) Due.PassFailed("StoreUnusableException");
        Assert.Single(work.Log.Lines);

        await AfterRoundAsync(Minute, _ => { });
        Due.PassFailed("StoreUnusableException");
        Assert.Equal(2, work.Log.Lines.Count());
    }

    [Theory]
    [InlineData(3, true, 0)]
    [InlineData(-8, true, 1)]
    [InlineData(21, false, 1)]
    public void Due_work_rests_while_the_clock_is_far_from_the_stores_and_that_is_said_once(int secondsAhead, bool mayBegin, int lines)
    {
        var now = work.Store.Now;
        work.Store.Record(now.AddSeconds(-secondsAhead), now);
        for (var rounds = 0; rounds < 3; rounds++) Assert.Equal(mayBegin, Due.CanRun());
        Assert.Equal(lines, work.Log.Lines.Count());

        work.Store.Record(now, now);
        Assert.True(Due.CanRun());
        Assert.Equal(lines * 2, work.Log.Lines.Count());
    }

    public void Dispose() => work.Dispose();

    private Task<string> AfterRoundAsync(TimeSpan passed, Action<DuePass> round)
    {
        var ended = new DuePass();
        round(ended);
        work.Clock.Advance(passed);
        Due.PassEnded(ended);
        return AskAsync();
    }

    private async Task<string> AskAsync()
    {
        var result = await work.The<WorkCheck>().CheckHealthAsync(new HealthCheckContext());
        return $"{result.Status} {result.Description}";
    }
}
