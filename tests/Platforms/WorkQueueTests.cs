using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Platforms;

/// <summary>What was kept in the queue is done, in its order, and by one instance alone.</summary>
public sealed class WorkQueueTests : WorkQueueScene
{
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
        Assert.True(living.Queue.HasPending(WorkInstance.Ava, WorkInstance.KindOfWords));
        Assert.Equal(2, living.Queue.CountIn(WorkInstance.Ava.Workspace, WorkInstance.KindOfWords));

        await PassAsync(living, TimeSpan.FromSeconds(40));

        Assert.False(living.Queue.HasPending(WorkInstance.Ava, WorkInstance.KindOfWords));
    }
}
