using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Platforms;

/// <summary>
/// What is owed to people: kept on a shelf before it is acknowledged, done in the order of each person, taken away then, and taken up
/// at the next start when the program ended in between. Whoever is at it has a claim: an instance that starts leaves to the living
/// what is theirs.
/// </summary>
internal abstract class OwedWork<T>(
    string name, string what, JsonTypeInfo<T> json, IKeyValueStore store, PersonLines lines, BackgroundTasks background, WallClock wall)
    : IHostedService
    where T : IOwed
{
    /// <summary>How long something is left to a dead instance; it is done within a third of it, as a rule.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(25);

    private readonly Claims claims = new(store, wall, Term);

    /// <summary>People of whom something is left to the next start, and what comes after it then too.</summary>
    private readonly ConcurrentDictionary<(string Workspace, string User), bool> leftToNextStart = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        background.RunUntilSuccess("find what an earlier run still owed", async token =>
        {
            var left = (await store.ListAsync(name, token)).SelectMany(Read);
            foreach (var person in left.GroupBy(each => (each.Owed.Workspace, each.Owed.User)))
            {
                TakeUp([.. person.OrderBy(each => each.Owed.At)]);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps something as its row and does it; the same <paramref name="key"/> again is the same thing.</summary>
    protected async Task KeepAsync(string key, T owed, string row, CancellationToken token)
    {
        if (await claims.AddAsync(name, key, row, token) is { } claim)
        {
            Join(owed, claim, mayBeDone: false);
            return;
        }

        TakeUp((key, owed));
    }

    /// <summary>
    /// Does it as long as the claim is ours; some of it <paramref name="mayBeDone"/> already. False where it is left to the next start,
    /// or to whoever has the claim by now.
    /// </summary>
    protected abstract Task<bool> TryAsync(T owed, Claim claim, bool mayBeDone, CancellationToken token);

    protected string Write(T owed) => JsonSerializer.Serialize(owed, json);

    /// <summary>Nothing where a row cannot be read: it waits for a version that can.</summary>
    private IEnumerable<(string Key, T Owed)> Read(StoredItem item)
    {
        try
        {
            return ClaimMark.WordsIn(item.Text) is { } row && JsonSerializer.Deserialize(row, json) is { } owed ? [(item.Key, owed)] : [];
        }
        catch (JsonException failure)
        {
            background.LogFailure("read what an earlier run still owed", failure);
            return [];
        }
    }

    /// <summary>Does what somebody else began to do for one person, each as soon as nobody has it, unless it is done by then.</summary>
    private void TakeUp(params IEnumerable<(string Key, T Owed)> left) => background.RunUntilSuccess("take up what was owed", async token =>
    {
        foreach (var (key, owed) in left)
        {
            if (await ClaimAsync(key, token) is { } claim)
            {
                Join(owed, claim, mayBeDone: true);
            }
        }
    });

    /// <summary>Null where it is gone; who is quicker is waited for again.</summary>
    private async Task<Claim?> ClaimAsync(string key, CancellationToken token)
    {
        while (await claims.FreeAsync(name, key, background.Stopping) is { } item)
        {
            if (await claims.TakeAsync(name, item, ClaimMark.WordsIn(item.Text), token) is { } claim)
            {
                return claim;
            }
        }

        return null;
    }

    private void Join(T owed, Claim claim, bool mayBeDone) =>
        lines.Join(owed.Workspace, owed.User, what, token => DoAsync(owed, claim, mayBeDone, token));

    private async Task DoAsync(T owed, Claim claim, bool mayBeDone, CancellationToken token)
    {
        var (person, isDone) = ((owed.Workspace, owed.User), false);
        try
        {
            isDone = !leftToNextStart.ContainsKey(person) && await TryAsync(owed, claim, mayBeDone, token);
        }
        catch (OperationCanceledException) when (background.Stopping.IsCancellationRequested)
        {
            // What waited is given back.
        }
        finally
        {
            if (isDone)
            {
                background.RunUntilSuccess("take away what is done", _ => claim.LeaveAsync(null));
            }
            else
            {
                await claim.DisposeAsync();
            }
        }

        if (!isDone && background.Stopping.IsCancellationRequested)
        {
            leftToNextStart.TryAdd(person, true);
        }
    }
}

/// <summary>To whom something is owed, and since when.</summary>
internal interface IOwed
{
    string Workspace { get; }

    string User { get; }

    DateTimeOffset At { get; }
}
