using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Chat;

namespace IntroBot.Platforms;

/// <summary>
/// What is owed to people: kept on a shelf before it is acknowledged, done in the order of each person, taken away then, and taken up
/// at the next start when the program ended in between. Whoever is at it has a claim: an instance that starts leaves to the living
/// what is theirs.
/// </summary>
internal abstract class OwedWork<T>(
    string name, string what, JsonTypeInfo<T> json, IShelf shelf, PersonLines lines, Afterwards afterwards, WallClock wall)
    : IHostedService
    where T : IOwed
{
    /// <summary>How long something is left to a dead instance; it is done within a third of it, as a rule.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(25);

    private readonly Claims claims = new(shelf, wall, Term);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        afterwards.Insist("find what an earlier run still owed", async token =>
        {
            var left = (await shelf.ListAsync(name, token)).Select(item => (item.Key, Owed: Read(ClaimMark.WordsIn(item.Text)!)));
            foreach (var (key, owed) in left.OrderBy(each => each.Owed.At))
            {
                TakeUp(key, owed);
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
            lines.Join(owed.Workspace, owed.User, what, late => DoAsync(owed, claim, mayBeDone: false, late));
            return;
        }

        TakeUp(key, owed);
    }

    /// <summary>
    /// Does it as long as the claim is ours; some of it <paramref name="mayBeDone"/> already. False where it is left to the next start,
    /// or to whoever has the claim by now.
    /// </summary>
    protected abstract Task<bool> TryAsync(T owed, Claim claim, bool mayBeDone, CancellationToken token);

    protected string Write(T owed) => JsonSerializer.Serialize(owed, json);

    private T Read(string row) => JsonSerializer.Deserialize(row, json)!;

    /// <summary>Does what somebody else has begun, as soon as nobody has it, unless it is done by then.</summary>
    private void TakeUp(string key, T owed) => lines.Join(owed.Workspace, owed.User, what, async token =>
    {
        Claim? claim = null;
        await afterwards.InsistAsync("take up what was owed", async late => claim = await ClaimAsync(key, late));
        if (claim is not null)
        {
            await DoAsync(owed, claim, mayBeDone: true, token);
        }
    });

    private async Task<Claim?> ClaimAsync(string key, CancellationToken token) =>
        await claims.FreeAsync(name, key, afterwards.Stopping) is { } item
            ? await claims.TakeAsync(name, item, ClaimMark.WordsIn(item.Text), token)
            : null;

    private async Task DoAsync(T owed, Claim claim, bool mayBeDone, CancellationToken token)
    {
        await using (claim)
        {
            if (await TryAsync(owed, claim, mayBeDone, token))
            {
                await claim.LeaveAsync(null);
            }
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
