using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>A commit that comes long after its due row, from a program that is gone when it lands.</summary>
public sealed class LateCommitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Community.Monday);
    private readonly FakeMessenger messenger = new();
    private readonly SqliteTableStore memory = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private readonly TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task asking = Task.CompletedTask;
    private Person ava = null!, grace = null!;

    public async ValueTask InitializeAsync()
    {
        await memory.OpenAsync(CancellationToken.None);
        var faults = Faults.Once(IsSend, Fault.DiesAfter);
        var stalling = new HookedTableStore(
            new FaultyStore(memory, faults), before: call => IsSend(call) ? StallAsync() : Task.CompletedTask);
        var dying = await Community.OpenAsync(stalling, clock, messenger, new FaultyMessenger(messenger, faults));
        ava = dying.Person("Ava Stone", "Europe/Berlin");
        grace = await dying.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
        asking = DieAskingAsync(dying);
        await stalled.Task;
    }

    [Fact]
    public async Task It_is_found_by_the_due_row_that_was_kept_for_it()
    {
        await using var other = await Community.OpenAsync(new NonClosingTableStore(memory), clock, messenger);
        await LookAsync(other, TimeSpan.FromSeconds(21));
        await LandAsync();
        await LookAsync(other, TimeSpan.FromSeconds(21));

        Assert.Single(messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task It_is_found_even_when_it_lands_in_the_middle_of_a_look()
    {
        // The look has just read the partition without it when it lands.
        var hooked = new HookedTableStore(
            new NonClosingTableStore(memory),
            after: call => call is { Kind: StoreCallKind.Range, Table: StoreKeys.Core }
                && call.Partition.Contains("|r|", StringComparison.Ordinal)
                ? LandAsync()
                : Task.CompletedTask);
        await using var other = await Community.OpenAsync(hooked, clock, messenger);
        await LookAsync(other, TimeSpan.FromSeconds(21));
        await LookAsync(other, TimeSpan.FromSeconds(21));

        Assert.Single(messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task A_due_row_whose_act_never_comes_goes_after_ten_minutes()
    {
        await using var other = await Community.OpenAsync(new NonClosingTableStore(memory), clock, messenger);
        await LookAsync(other, TimeSpan.FromMinutes(10));
        Assert.Single(await LeasesAsync());

        await LookAsync(other, TimeSpan.FromSeconds(31));
        Assert.Empty(await LeasesAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await LandAsync();
        await memory.DisposeAsync();
    }

    private static bool IsSend(StoreCall call) => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core }
        && call.Touches("!m|find.0")
        && call.Changes.Any(change => change is RowChange.Insert);

    private async Task DieAskingAsync(Community dying) => await Assert.ThrowsAsync<ProcessDiedException>(() => dying.AskAsync(ava));

    private async Task StallAsync()
    {
        stalled.TrySetResult();
        await goOn.Task;
    }

    /// <summary>The commit is in; its program dies before it can do anything about it.</summary>
    private async Task LandAsync()
    {
        goOn.TrySetResult();
        await asking;
    }

    private async Task LookAsync(Community other, TimeSpan time)
    {
        clock.Advance(time);
        await other.The<IDueWork>().RunAsync(CancellationToken.None);
        await other.SettleAsync();
    }

    /// <summary>The due rows of the first minutes; the week of the draft has one of its own.</summary>
    private async Task<TableRow[]> LeasesAsync() =>
        [.. (await MainJobAssertions.RowsAsync(memory, StoreKeys.Due))
            .Where(row => string.CompareOrdinal(row.Row, StoreKeys.DueBefore(Community.Monday.AddHours(1))) < 0)];
}

/// <summary>Lets a test act right before or right after a call.</summary>
internal sealed class HookedTableStore(ITableStore inner, Func<StoreCall, Task>? before = null, Func<StoreCall, Task>? after = null)
    : DelegatingTableStore(inner)
{
    protected override Task<T> ReadAsync<T>(StoreCall call, Func<Task<T>> go) => HookAsync(call, go);

    protected override Task<WriteResult> WriteAsync(StoreCall call, Func<Task<WriteResult>> go) => HookAsync(call, go);

    private async Task<T> HookAsync<T>(StoreCall call, Func<Task<T>> go)
    {
        await (before?.Invoke(call) ?? Task.CompletedTask);
        var result = await go();
        await (after?.Invoke(call) ?? Task.CompletedTask);
        return result;
    }
}
