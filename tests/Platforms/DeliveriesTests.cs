using IntroBot.Platforms;
using IntroBot.Tests.Playground;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>What a platform delivers again is dealt with once, by whichever instance gets it.</summary>
public sealed class DeliveriesTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 23, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Evening);
    private readonly MemoryShelf shelf = new();
    private readonly Afterwards afterwards = new(NullLogger<Afterwards>.Instance);
    private int dealtWith;

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
        clock.Advance(TimeSpan.FromHours(2));

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
    public async Task Two_at_once_get_one_answer()
    {
        var (instance, gate) = (Instance(), new TaskCompletionSource<string>());
        var first = instance.OnceForGoodAsync("Ev1", () => gate.Task, CancellationToken.None);
        var second = DeliverAsync(instance);
        gate.SetResult("done");

        Assert.Equal(["done", "done"], await Task.WhenAll(first, second));
        Assert.Equal(0, dealtWith);
    }

    [Fact]
    public async Task One_that_two_instances_get_at_once_is_dealt_with_by_one_of_them()
    {
        var gate = new TaskCompletionSource<string>();
        var first = Instance().OnceForGoodAsync("Ev1", () => gate.Task, CancellationToken.None);
        var second = DeliverAsync(Instance());
        Assert.False(second.IsCompleted);
        gate.SetResult("done");
        Assert.Equal("done", await first);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("before", await second);
        Assert.Equal(0, dealtWith);
    }

    [Fact]
    public async Task One_that_an_instance_died_over_is_dealt_with_by_the_next()
    {
        _ = Instance().OnceForGoodAsync("Ev1", () => new TaskCompletionSource<string>().Task, CancellationToken.None);
        var second = DeliverAsync(Instance());
        while (!second.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("done", await second);
    }

    [Fact]
    public async Task Those_of_the_day_before_yesterday_are_forgotten()
    {
        await DeliverAsync(Instance());
        clock.Advance(TimeSpan.FromDays(2));
        await Instance().OnceForGoodAsync("Ev2", () => Task.FromResult("done"), CancellationToken.None);
        await afterwards.SettleAsync(CancellationToken.None);

        Assert.Empty(await shelf.ListAsync("seen.20261124", CancellationToken.None));
        Assert.Single(await shelf.ListAsync("seen.20261126", CancellationToken.None));
    }

    private Deliveries<string> Instance() => new("seen", "before", answer => answer == "done", shelf, afterwards, new WallClock(clock));

    private Task<string> DeliverAsync(Deliveries<string> instance, string answer = "done") => instance.OnceForGoodAsync(
        "Ev1",
        () =>
        {
            dealtWith++;
            return Task.FromResult(answer);
        },
        CancellationToken.None);
}
