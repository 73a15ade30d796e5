namespace IntroBot.Platforms;

/// <summary>
/// What is left to us while we work on it: the claim is renewed until we leave the item with what came of it, or give it back.
/// Nothing is written over what somebody else has put there meanwhile.
/// </summary>
internal sealed class Claim(OwnItem item, string? words, WallClock wall, TimeSpan term) : IAsyncDisposable
{
    private readonly TaskCompletionSource over = new();
    private Task renewing = Task.CompletedTask;
    private string? then = words;
    private bool isLeft;

    public string Key => item.Key;

    /// <summary>What is claimed, and stands there again once it is given back; nothing where nothing is to stand there.</summary>
    public string? Words { get; } = words;

    /// <summary>False once it is known that somebody else has it, who took us for dead.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>Puts the claim on the item, and tells whether it is ours from now on.</summary>
    public async Task<bool> BeginsAsync(CancellationToken token)
    {
        await PutOffAsync(token);
        if (IsOurs)
        {
            renewing = RenewAsync();
        }

        return IsOurs;
    }

    /// <summary>Ends the claim and leaves these words there, or nothing, also when nobody waits for it any more.</summary>
    public Task LeaveAsync(string? instead)
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

    private async Task EndAsync()
    {
        over.TrySetResult();
        await renewing;
        await item.WriteAsync(then, CancellationToken.None);
        isLeft = true;
    }

    private async Task RenewAsync()
    {
        while (IsOurs)
        {
            await over.Task.WaitAsync(term / 3, wall.Time)
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

    private async Task PutOffAsync(CancellationToken token) =>
        IsOurs = await item.WriteAsync(new ClaimMark(wall.Now + term, item.Sign, Words).Write(), token);
}
