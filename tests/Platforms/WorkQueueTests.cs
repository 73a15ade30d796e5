using System.Text.Json;
using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Storage.Scenes;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>What was kept in the queue is done, in its order, and by one instance alone.</summary>
public sealed class WorkQueueTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly SqliteTableStore disk = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private WorkInstance living = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        await disk.OpenAsync(CancellationToken.None);
        (living, other) = (await WorkInstance.StartAsync(disk, clock), await WorkInstance.StartAsync(disk, clock));
    }

    [Fact]
    public async Task It_is_said_once_and_gone()
    {
        Assert.True(await living.SayAsync("hello"));
        await living.SettleAsync();

        Assert.Equal(["hello"], living.Said);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_one_instance_is_at_is_left_to_it_however_long_that_takes()
    {
        await HoldsAsync(living, "hello");

        for (var seconds = 0; seconds < 60; seconds += 6)
        {
            clock.Advance(6 * Second);
            await living.RenewAsync();
            await other.LookAsync();
        }

        living.Release();
        await living.SettleAsync();
        clock.Advance(Lease.Duration);
        await other.LookAsync();
        Assert.Equal(["hello"], living.Said);
        Assert.Empty(other.Begun);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task What_a_dead_instance_was_at_is_said_by_a_living_one_when_its_lease_is_over_and_looked_for_first()
    {
        await HoldsAsync(living, "hello");
        living.Store.IsFailing = true;

        clock.Advance(Lease.Duration - Second);
        await other.LookAsync();
        Assert.Empty(other.Begun);
        clock.Advance(Second);
        await other.LookAsync();

        Assert.Equal(["hello"], other.Said);
        Assert.True(other.MayBeSaid);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task A_lease_is_no_longer_after_many_attempts()
    {
        WorkInstance[] dying = [living, other, await WorkInstance.StartAsync(disk, clock), await WorkInstance.StartAsync(disk, clock)];
        await HoldsAsync(living, "hello");
        foreach (var (dead, next) in dying.Zip(dying.Skip(1)))
        {
            dead.Store.IsFailing = true;
            clock.Advance(Lease.Duration);
            next.Holds("hello");
            _ = next.LookAsync();
            await next.Arrived;
        }

        Assert.Equal(["hello"], dying[^1].Begun);
        foreach (var each in dying.Skip(2)) await each.DisposeAsync();
    }

    [Fact]
    public async Task What_one_person_is_owed_by_the_dead_is_said_in_its_order()
    {
        await HoldsAsync(living, "first");
        clock.Advance(2 * Second);
        await living.SayAsync("second");
        clock.Advance(4 * Second);
        await living.RenewAsync();
        living.Store.IsFailing = true;

        clock.Advance(Lease.Duration - Second);
        await other.LookAsync();
        Assert.Empty(other.Begun);
        clock.Advance(Second);
        await other.LookAsync();

        Assert.Equal(["first", "second"], other.Said);
    }

    [Fact]
    public async Task An_instance_that_slept_begins_no_more_with_what_others_may_have_taken()
    {
        await HoldsAsync(living, "first");
        await living.SayAsync("second");

        clock.Advance(Lease.Duration);
        await living.RenewAsync();
        await other.LookAsync();
        living.Release();
        await living.SettleAsync();
        await other.SettleAsync();

        Assert.Equal(["first"], living.Begun);
        Assert.Equal(["first", "second"], other.Said);
        await AssertNothingIsOwedAsync();
    }

    [Fact]
    public async Task A_renewal_that_the_store_did_not_take_is_made_good_by_the_next()
    {
        await HoldsAsync(living, "hello");
        clock.Advance(6 * Second);
        living.Store.IsFailing = true;
        await Assert.ThrowsAsync<IOException>(living.RenewAsync);
        living.Store.IsFailing = false;
        clock.Advance(6 * Second);
        await living.RenewAsync();

        clock.Advance(Lease.Duration - Second);
        await other.LookAsync();

        Assert.Empty(other.Begun);
    }

    [Fact]
    public async Task What_is_done_after_a_renewal_leaves_no_due_row()
    {
        await HoldsAsync(living, "hello");
        clock.Advance(6 * Second);
        await living.RenewAsync();
        living.Release();
        await living.SettleAsync();

        Assert.Empty(await MainJobAssertions.AwaitedAsync(disk));
    }

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
    public async Task What_another_instance_is_at_holds_back_nothing()
    {
        await HoldsAsync(living, "first");
        await other.SayAsync("second");
        await other.SettleAsync();

        Assert.Equal(["second"], other.Said);
    }

    [Fact]
    public async Task Under_one_key_there_is_one_piece_of_work()
    {
        await HoldsAsync(living, "hello");

        Assert.False(await living.SayAsync("hello"));
        Assert.False(await other.SayAsync("hello"));
        living.Release();
        await living.SettleAsync();
        Assert.False(await other.SayAsync("hello"));

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(other.Begun);
        Assert.Empty(await MainJobAssertions.AwaitedAsync(disk));
    }

    [Fact]
    public async Task Work_of_an_id_that_is_still_to_be_done_is_done_once_under_two_keys()
    {
        await HoldsAsync(living, "hello");
        var id = WordsHandler.KeyOf("acme", "ava", "hello");
        var again = new QueuedWork(WorkInstance.KindOfWords, "again") { Id = id };

        Assert.True(await other.Queue.AddAsync(WorkInstance.Ava, "another key", again, CancellationToken.None));
        await other.SettleAsync();

        Assert.Empty(other.Begun);
        Assert.True(await other.Queue.HasAsync(WorkInstance.Ava, "another key", CancellationToken.None));
    }

    [Fact]
    public async Task A_key_is_known_for_three_days_and_its_row_goes_after_a_week_more()
    {
        await living.SayAsync("hello");
        await living.SettleAsync();
        await PassAsync(living, TimeSpan.FromDays(3), TimeSpan.FromHours(6));
        Assert.False(await other.SayAsync("hello"));

        await PassAsync(living, TimeSpan.FromDays(7), TimeSpan.FromHours(6));

        Assert.Empty(await MainJobAssertions.RowsAsync(disk, StoreKeys.Core));
        Assert.Empty(await MainJobAssertions.RowsAsync(disk, StoreKeys.Due));
    }

    [Theory, InlineData(Fault.SeemsInConflict), InlineData(Fault.FailsAfter)]
    public async Task It_is_said_once_though_an_answer_of_the_store_is_lost(Fault fault)
    {
        for (var call = 1; call < 6; call++)
        {
            var (number, words) = (0, $"hello {call}");
            var lossy = await WorkInstance.StartAsync(new FaultyStore(disk, Faults.Once(_ => ++number == call, fault)), clock);
            try
            {
                await lossy.SayAsync(words);
            }
            catch (StoreUnusableException)
            {
                await lossy.SayAsync(words);
            }

            await lossy.SettleAsync();
            await lossy.DisposeAsync();
            await PassAsync(other, TimeSpan.FromMinutes(1));
            Assert.Equal([words], lossy.Said.Concat(other.Said));
            other.Said.Clear();
            await AssertNothingIsOwedAsync();
        }
    }

    [Fact]
    public async Task Work_of_a_kind_that_nobody_here_knows_keeps_back_no_other_and_is_not_lost()
    {
        await living.Queue.AddAsync(WorkInstance.Ava, "a key", new QueuedWork("of tomorrow", "{}"), CancellationToken.None);
        await living.SayAsync("hello");
        await living.SettleAsync();

        Assert.Equal(["hello"], living.Said);
        Assert.Single(await OwedAsync());
        Assert.False(living.Queue.Holds(WorkInstance.Ava, "of tomorrow"));
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

    [Fact]
    public async Task A_program_that_ends_finishes_what_it_is_saying_and_leaves_what_waits()
    {
        await HoldsAsync(living, "first");
        living.Answers.Enqueue(() => new SendResult<string>.Sent("receipt"));
        living.Answers.Enqueue(() => new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(30)));
        await living.SayAsync("second");
        var stopped = living.StopAsync();
        Assert.False(stopped.IsCompleted);

        living.Release();
        await stopped;

        Assert.Equal(["first", "second"], living.Begun);
        clock.Advance(TimeSpan.FromSeconds(30));
        await other.LookAsync();
        Assert.Equal(["second"], other.Said);
    }

    [Fact]
    public async Task What_waits_here_is_known_until_it_is_done()
    {
        living.Answers.Enqueue(() => new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(30)));
        await living.SayAsync("first");
        await living.SayAsync("second");
        await living.SettleAsync();
        Assert.True(living.Queue.Holds(WorkInstance.Ava, WorkInstance.KindOfWords));
        Assert.Equal(2, living.Queue.CountIn(WorkInstance.Ava.Workspace, WorkInstance.KindOfWords));

        await PassAsync(living, TimeSpan.FromSeconds(40));

        Assert.False(living.Queue.Holds(WorkInstance.Ava, WorkInstance.KindOfWords));
    }

    public async ValueTask DisposeAsync()
    {
        await living.DisposeAsync();
        await other.DisposeAsync();
        await disk.DisposeAsync();
    }

    private static async Task HoldsAsync(WorkInstance instance, string words)
    {
        instance.Holds(words);
        await instance.SayAsync(words);
        await instance.Arrived;
    }

    private async Task PassAsync(WorkInstance instance, TimeSpan time, TimeSpan? step = null)
    {
        await instance.SettleAsync();
        for (var left = time; left > TimeSpan.Zero; left -= step ?? TimeSpan.FromSeconds(10))
        {
            clock.Advance(step ?? TimeSpan.FromSeconds(10));
            await instance.LookAsync();
        }
    }

    private async Task<IReadOnlyList<string>> OwedAsync() => [.. (await MainJobAssertions.RowsAsync(disk, StoreKeys.Core))
        .Select(row => row.Row).Where(row => row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal))];

    private async Task AssertNothingIsOwedAsync() => Assert.Empty(await OwedAsync());
}
