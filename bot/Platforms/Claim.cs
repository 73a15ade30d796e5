namespace IntroBot.Platforms;

/// <summary>
/// What is left to us while we work on it: the claim is renewed until we leave the item with what came of it, or give it back.
/// Nothing is written over what somebody else has put there meanwhile.
/// </summary>
internal sealed class Claim(OwnItem item, string? words, WallClock wall, TimeSpan term) : IAsyncDisposable
{
    /// <summary>A dead instance rests no longer, so that what it had is free soon.</summary>
    private static readonly TimeSpan MaxRest = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource over = new();
    private readonly TimeSpan betweenRenewals = term / 3;
    private Task renewing = Task.CompletedTask;
    private string? then = words;
    private bool isOurs, isLeft;
    private DateTimeOffset restsUntil, holdsUntil;

    public string Key => item.Key;

    /// <summary>What is claimed, and stands there again once it is given back; nothing where nothing is to stand there.</summary>
    public string? Words { get; } = words;

    /// <summary>Puts the claim on the item, and tells whether it is ours from now on.</summary>
    public async Task<bool> BeginsAsync(CancellationToken token)
    {
        await PutOffAsync(token);
        if (isOurs)
        {
            renewing = RenewAsync();
        }

        return isOurs;
    }

    /// <summary>
    /// False where somebody else has it, who took us for dead. Where the term ran out, since we slept or did not reach the store, the
    /// claim is put on it once more.
    /// </summary>
    public async Task<bool> IsStillOursAsync(CancellationToken token)
    {
        if (isOurs && wall.Now >= holdsUntil)
        {
            await PutOffAsync(token);
        }

        return isOurs;
    }

    /// <summary>
    /// Nothing will happen to the item for so long: the next renewal goes past that, for a minute at most, and is the only one till then.
    /// </summary>
    public void RestFor(TimeSpan wait) => restsUntil = wall.Now + (wait < MaxRest ? wait : MaxRest);

    /// <summary>
    /// Ends the claim and leaves these words there, or nothing, also when nobody waits for it any more; false where it was not ours.
    /// </summary>
    public Task<bool> LeaveAsync(string? instead)
    {
        then = instead;
        return EndAsync();
    }

    /// <summary>Gives back what was not left otherwise; tries once more to leave what could not be.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!isLeft)
        {
            await EndAsync();
        }
    }

    private async Task<bool> EndAsync()
    {
        over.TrySetResult();
        await renewing;
        var isDone = await item.WriteAsync(then, CancellationToken.None);
        isLeft = true;
        return isDone;
    }

    private async Task RenewAsync()
    {
        while (isOurs)
        {
            var left = holdsUntil - wall.Now - term;
            await over.Task.WaitAsync(betweenRenewals + (left > TimeSpan.Zero ? left : TimeSpan.Zero), wall.Time)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (over.Task.IsCompleted)
            {
                return;
            }

            try
            {
                await PutOffAsync(CancellationToken.None);
            }
#pragma warning disable CA1031 // What keeps us from the store may be over before the claim is.
            catch (Exception)
#pragma warning restore CA1031
            {
                continue;
            }
        }
    }

    private async Task PutOffAsync(CancellationToken token)
    {
        var until = (wall.Now < restsUntil ? restsUntil : wall.Now) + term;
        isOurs = await item.WriteAsync(new ClaimMark(until, item.Sign, Words).Write(), token);
        holdsUntil = until;
    }
}
