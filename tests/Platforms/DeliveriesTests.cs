using System.Globalization;
using IntroBot.Platforms;
using IntroBot.Tests.Playground;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Platforms;

/// <summary>What a platform delivers again is dealt with once, by whichever instance gets it.</summary>
public sealed class DeliveriesTests
{
    private const string Today = "seen.20261124";

    /// <summary>Longer than an instance that died is waited for.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>Real time, far more than what does not wait for the clock needs.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly StillTime time = new(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
    private readonly MemoryShelf shelf = new();
    private readonly ApplicationLifetime program = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly TaskCompletionSource<string> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BackgroundTasks background;
    private int dealtWith;

    public DeliveriesTests() => background = new BackgroundTasks(program, time.Wall, NullLogger<BackgroundTasks>.Instance);

    [Fact]
    public async Task Another_instance_knows_it()
    {
        await DeliverAsync(Instance());

        Assert.Equal("before", await DeliverAsync(Instance()));
        Assert.Equal(1, dealtWith);
    }

    [Fact]
    public async Task It_is_known_past_midnight()
    {
        await DeliverAsync(Instance());
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("before", await DeliverAsync(Instance()));
    }

    [Fact]
    public async Task One_that_failed_is_tried_again()
    {
        var instance = Instance();
        await DeliverAsync(instance, "failed");

        Assert.Equal("done", await DeliverAsync(instance));
        Assert.Equal(2, dealtWith);
    }

    [Fact]
    public async Task One_that_broke_is_tried_again_at_once_by_another()
    {
        slow.SetException(new IOException());
        await Assert.ThrowsAsync<IOException>(() => DealSlowlyAsync(Instance()));

        Assert.Equal("done", await DeliverAsync(Instance()));
    }

    [Fact]
    public async Task Two_at_once_get_one_answer()
    {
        var instance = Instance();
        var first = DealSlowlyAsync(instance);
        await time.SettleAsync();
        var second = DeliverAsync(instance);
        slow.SetResult("done");

        Assert.Equal(["done", "done"], await Task.WhenAll(first, second));
        Assert.Equal(0, dealtWith);
    }

    [Fact]
    public async Task One_that_two_instances_get_at_once_is_dealt_with_by_one_of_them_however_long_that_takes()
    {
        var (first, second) = await DeliverSlowlyThenAgainAsync(new InstanceShelf(shelf));
        await time.PassAsync(Long);
        Assert.False(second.IsCompleted);

        slow.SetResult("done");
        await time.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("done", await first);
        Assert.Equal("before", await second);
        Assert.Equal(0, dealtWith);
    }

    [Fact]
    public async Task Where_the_first_to_get_it_fails_the_other_deals_with_it()
    {
        var (first, second) = await DeliverSlowlyThenAgainAsync(new InstanceShelf(shelf));

        slow.SetResult("failed");
        await time.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("failed", await first);
        Assert.Equal("done", await second);
    }

    [Fact]
    public async Task One_that_an_instance_died_over_is_dealt_with_by_the_next()
    {
        var dead = new InstanceShelf(shelf);
        var (_, second) = await DeliverSlowlyThenAgainAsync(dead);
        dead.IsCutOff = true;

        await time.PassAsync(Long);

        Assert.Equal("done", await second);
        Assert.Equal(1, dealtWith);
    }

    [Theory, InlineData("failed"), InlineData("broken")]
    public async Task An_instance_that_fails_too_late_does_not_take_away_that_another_has_dealt_with_it(string end)
    {
        var late = new InstanceShelf(shelf);
        var (first, second) = await DeliverSlowlyThenAgainAsync(late);
        late.IsCutOff = true;
        await time.PassAsync(Long);
        Assert.Equal("done", await second);
        late.IsCutOff = false;

        if (end == "failed") slow.SetResult(end);
        else slow.SetException(new IOException());
        await Task.WhenAny(first);

        Assert.Equal("before", await DeliverAsync(Instance()));
        Assert.Equal(1, dealtWith);
    }

    [Fact]
    public async Task One_that_is_dealt_with_over_midnight_is_not_begun_again()
    {
        time.Advance(TimeSpan.FromMinutes(29.9));
        var first = DealSlowlyAsync(Instance());
        await time.PassAsync(TimeSpan.FromSeconds(20));
        var second = DeliverAsync(Instance());
        await time.PassAsync(Long);

        slow.SetResult("done");
        await time.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("done", await first);
        Assert.Equal("before", await second);
    }

    [Fact]
    public async Task It_is_dealt_with_once_though_answers_of_the_store_are_lost()
    {
        var lossy = new InstanceShelf(shelf) { LostAnswers = 2 };

        Assert.Equal("done", await DeliverAsync(Instance(lossy)).WaitAsync(Timeout));

        Assert.Equal("before", await DeliverAsync(Instance()));
        Assert.Equal(1, dealtWith);
    }

    [Fact]
    public async Task What_was_done_is_answered_though_the_store_is_out_of_reach_by_then()
    {
        var late = new InstanceShelf(shelf);
        var first = DealSlowlyAsync(Instance(late));
        await time.SettleAsync();
        late.IsCutOff = true;

        slow.SetResult("done");

        Assert.Equal("done", await first.WaitAsync(Timeout));
    }

    [Fact]
    public async Task A_program_that_ends_does_not_wait_for_another_that_is_at_it()
    {
        var (_, second) = await DeliverSlowlyThenAgainAsync(new InstanceShelf(shelf));

        program.StopApplication();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Timeout));
    }

    [Fact]
    public async Task A_program_that_ends_answers_whoever_is_asking_also_in_the_small_hours()
    {
        time.Advance(TimeSpan.FromHours(1));
        program.StopApplication();

        Assert.Equal("done", await DeliverAsync(Instance(new InstanceShelf(shelf))));
    }

    [Theory, InlineData("", "before"), InlineData("2026-11-24T23:29:59.0000000+00:00", "done")]
    public async Task What_an_older_version_wrote_is_understood(string row, string answer)
    {
        await shelf.PutAsync(Today, "Ev1", row, CancellationToken.None);

        Assert.Equal(answer, await DeliverAsync(Instance()));
    }

    [Fact]
    public async Task One_that_an_older_version_is_at_is_left_to_it()
    {
        var until = (time.Wall.Now + TimeSpan.FromSeconds(5)).ToString("O", CultureInfo.InvariantCulture);
        await shelf.PutAsync(Today, "Ev1", until, CancellationToken.None);
        var second = DeliverAsync(Instance());
        await time.PassAsync(TimeSpan.FromSeconds(4));
        Assert.Equal(0, dealtWith);

        await shelf.PutAsync(Today, "Ev1", "", CancellationToken.None);
        await time.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("before", await second);
    }

    [Fact]
    public async Task Those_of_the_day_before_yesterday_are_forgotten()
    {
        await DeliverAsync(Instance());
        time.Advance(TimeSpan.FromDays(2));
        await Instance().OnceForGoodAsync("Ev2", () => Task.FromResult("done"), CancellationToken.None);
        await background.SettleAsync(CancellationToken.None);

        Assert.Empty(await shelf.ListAsync(Today, CancellationToken.None));
        Assert.Single(await shelf.ListAsync("seen.20261126", CancellationToken.None));
    }

    private Deliveries<string> Instance(IKeyValueStore? own = null) =>
        new("seen", "before", answer => answer == "done", own ?? shelf, background, time.Wall);

    private Task<string> DeliverAsync(Deliveries<string> instance, string answer = "done") => time.RunAsync(() => instance.OnceForGoodAsync(
        "Ev1",
        () =>
        {
            dealtWith++;
            return Task.FromResult(answer);
        },
        CancellationToken.None));

    private Task<string> DealSlowlyAsync(Deliveries<string> instance) =>
        time.RunAsync(() => instance.OnceForGoodAsync("Ev1", () => slow.Task, CancellationToken.None));

    /// <summary>One instance gets it and is slow, then another gets it.</summary>
    private async Task<(Task<string> First, Task<string> Second)> DeliverSlowlyThenAgainAsync(IKeyValueStore own)
    {
        var first = DealSlowlyAsync(Instance(own));
        await time.SettleAsync();
        var second = DeliverAsync(Instance());
        await time.SettleAsync();
        return (first, second);
    }
}
