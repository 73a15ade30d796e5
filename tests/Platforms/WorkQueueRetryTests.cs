using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Platforms;

/// <summary>What the platform puts off, refuses or loses, and what cannot be read: retried, and no hindrance to the rest.</summary>
public sealed class WorkQueueRetryTests : WorkQueueScene
{
    [Fact]
    public async Task What_the_platform_puts_off_leaves_the_store_in_peace_and_is_said_when_it_may_by_whoever_looks()
    {
        living.Answers.Enqueue(() => new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(50)));
        await living.SayAsync("hello");
        await living.SettleAsync();
        var writes = living.Store.Writes;

        clock.Advance(TimeSpan.FromSeconds(49));
        await living.RenewAsync();
        await other.LookAsync();
        Assert.Equal((writes, 0), (living.Store.Writes, other.Begun.Count));
        clock.Advance(Second);
        await other.LookAsync();

        Assert.Equal(["hello"], other.Said);
        Assert.False(other.MayBeSaid);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_the_platform_puts_off_again_and_again_is_said_in_the_end()
    {
        for (var times = 0; times < 12; times++) living.Answers.Enqueue(() => new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(20)));
        await living.SayAsync("hello");

        await PassAsync(living, TimeSpan.FromMinutes(5));

        Assert.Equal(["hello"], living.Said);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_nobody_is_sure_of_is_said_three_times_at_most()
    {
        for (var times = 0; times < 5; times++) living.Answers.Enqueue(() => new SendResult<string>.Unknown());
        await living.SayAsync("hello");

        await PassAsync(living, TimeSpan.FromMinutes(5));

        Assert.Equal(3, living.Begun.Count);
        Assert.True(living.MayBeSaid);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_is_refused_is_not_tried_again()
    {
        living.Answers.Enqueue(() => new SendResult<string>.Rejected("account_inactive", Concerns.Recipient));
        await living.SayAsync("hello");
        await PassAsync(living, TimeSpan.FromMinutes(5));

        Assert.Single(living.Begun);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_fails_is_tried_again_every_minute_and_for_a_day()
    {
        for (var times = 0; times < 3; times++) living.Answers.Enqueue(() => throw new IOException("The store is out of reach."));
        await living.SayAsync("hello");
        await living.SettleAsync();
        Assert.Empty(living.Said);

        await PassAsync(living, TimeSpan.FromMinutes(4));

        Assert.Equal(["hello"], living.Said);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_could_not_be_said_for_a_day_is_not_said_any_more()
    {
        await HoldsAsync(living, "hello");
        living.Store.IsFailing = true;
        clock.Advance(TimeSpan.FromDays(1));
        await other.LookAsync();

        Assert.Empty(other.Begun);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_is_put_off_holds_back_what_comes_after_it()
    {
        living.Answers.Enqueue(() => new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(30)));
        await living.SayAsync("first");
        await living.SettleAsync();
        await living.SayAsync("second");
        await living.SayAsync("for another", WorkInstance.Grace);
        await living.SettleAsync();
        Assert.Equal(["for another"], living.Said);

        clock.Advance(TimeSpan.FromSeconds(30));
        await other.LookAsync();

        Assert.Equal(["first", "second"], other.Said);
    }

    [Fact]
    public async Task Work_of_a_kind_that_nobody_here_knows_keeps_back_no_other_and_is_not_lost()
    {
        await living.Queue.AddAsync(WorkInstance.Ava, "a key", new QueuedWork("of tomorrow", "{}"), CancellationToken.None);
        await living.SayAsync("hello");
        await living.SettleAsync();

        Assert.Equal(["hello"], living.Said);
        Assert.Single(await OwedAsync());
        Assert.False(living.Queue.HasPending(WorkInstance.Ava, "of tomorrow"));
    }

    [Fact]
    public async Task Work_that_its_handler_cannot_read_keeps_back_no_other_and_is_not_lost()
    {
        living.Answers.Enqueue(() => throw new JsonException());
        await living.SayAsync("of tomorrow");
        await living.SayAsync("hello");
        await living.SettleAsync();

        Assert.Equal(["hello"], living.Said);
        Assert.Single(await OwedAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_keeps_back_no_other_and_is_not_lost()
    {
        await HoldsAsync(living, "of tomorrow");
        await living.SayAsync("hello");
        var row = (await MainJobAssertions.RowsAsync(disk, StoreKeys.Core))
            .First(each => each.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal)
                && each.Columns.Values.Any(value => value.Contains("of tomorrow", StringComparison.Ordinal)));
        var columns = row.Columns.ToDictionary(each => each.Key, each => each.Value.Replace('{', '['));
        await disk.WriteAsync(StoreKeys.Core, row.Partition, [new RowChange.Put(row.Row, columns)], CancellationToken.None);

        clock.Advance(Lease.Duration + Second);
        await other.LookAsync();

        Assert.Equal(["hello"], other.Said);
        Assert.Equal([row.Row], await OwedAsync());
    }
}
