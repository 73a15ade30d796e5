using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Operations.Startup;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Tables;

/// <summary>What the store tells of its clock.</summary>
public sealed class StoreClockTests
{
    [Theory]
    [InlineData(-120, true)]
    [InlineData(0, false)]
    [InlineData(120, true)]
    public async Task Every_answer_of_an_account_tells_its_time_a_refusal_too(int secondsAhead, bool isFarOff)
    {
        await using var account = await ForbiddenStorageAccount.StartAsync();
        var clock = new StoreClock(new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(secondsAhead)));
        await Assert.ThrowsAsync<StoreUnusableException>(
            () => new AzureTableStore(account.Connection, clock, "Core").OpenAsync(CancellationToken.None));

        // The account's clock goes on while this one stands, on a machine that may be busy.
        Assert.InRange(clock.Ahead!.Value.TotalSeconds, secondsAhead - 15, secondsAhead + 2);
        Assert.Equal(isFarOff, clock.IsSkewed);
    }

    [Fact]
    public void An_answer_that_took_long_tells_nothing()
    {
        var time = new FakeTimeProvider();
        var (clock, asked) = (new StoreClock(time), time.GetUtcNow());
        time.Advance(TimeSpan.FromSeconds(6));
        clock.Record(asked.AddHours(1), asked);
        Assert.Null(clock.Ahead);
    }

    [Theory]
    [InlineData(1, "about 1 second ahead of")]
    [InlineData(-45, "about 45 seconds behind")]
    [InlineData(120, "about 2 minutes ahead of")]
    [InlineData(-7200, "about 2 hours behind")]
    [InlineData(259200, "about 3 days ahead of")]
    public void The_distance_is_told_as_one_would_say_it(int seconds, string words) =>
        Assert.Equal(words, ClockSkewText.Of(TimeSpan.FromSeconds(seconds)));
}
