namespace IntroBot.Platforms;

/// <summary>
/// Keeps homes in step with the story. One at a time draws and shows a home, or an older drawing could end up over a newer one; for
/// whatever changes meanwhile it is drawn again.
/// </summary>
internal abstract class HomeRefresher(BackgroundTasks background, TimeProvider clock)
{
    /// <summary>Long enough for what follows from an act to be stored, and for changes in a row to be shown once.</summary>
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(1);

    /// <summary>How often a home is shown at once that meets something in between, or a crowd at the platform's door.</summary>
    protected const int MaxTries = 3;

    /// <summary>Who would have to wait longer shows it when its owner does something next.</summary>
    protected static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    /// <summary>Homes that are being shown, and whether they may have changed since they were drawn.</summary>
    private readonly Dictionary<(string Workspace, string Person), bool> refreshing = [];

    protected BackgroundTasks Background => background;

    protected TimeProvider Clock => clock;

    /// <summary>Something its owner may see there has changed, or is about to.</summary>
    public void Refresh(string workspace, string person)
    {
        if (TryBegin((workspace, person)))
        {
            background.Run(
                "show a home anew", token =>
                    RefreshUntilCurrentAsync((workspace, person), () => RefreshAsync((workspace, person), token), token));
        }
    }

    /// <summary>Shows a home that is open now at once, unless it is being shown, which then happens once more.</summary>
    protected async Task ShowNowAsync(string workspace, string person, Func<Task> show, CancellationToken token)
    {
        if (TryBegin((workspace, person)))
        {
            await RefreshUntilCurrentAsync((workspace, person), show, token);
        }
    }

    /// <summary>Draws and shows it once more, if it was ever opened.</summary>
    protected abstract Task ShowAsync(string workspace, string person, CancellationToken token);

    private bool TryBegin((string Workspace, string Person) whose)
    {
        lock (refreshing)
        {
            if (refreshing.TryAdd(whose, false))
            {
                return true;
            }

            refreshing[whose] = true;
            return false;
        }
    }

    private async Task RefreshUntilCurrentAsync((string Workspace, string Person) whose, Func<Task> show, CancellationToken token)
    {
        try
        {
            await show();
            while (NeedsAnotherPass(whose))
            {
                await RefreshAsync(whose, token);
            }
        }
        catch
        {
            lock (refreshing)
            {
                refreshing.Remove(whose);
            }

            throw;
        }
    }

    private bool NeedsAnotherPass((string Workspace, string Person) whose)
    {
        lock (refreshing)
        {
            return refreshing[whose] || !refreshing.Remove(whose);
        }
    }

    private async Task RefreshAsync((string Workspace, string Person) whose, CancellationToken token)
    {
        await Task.Delay(SettleTime, clock, token);
        MarkCurrent(whose);
        await ShowAsync(whose.Workspace, whose.Person, token);
    }

    /// <summary>A change from here on is a new one: what is drawn next may not have it yet.</summary>
    private void MarkCurrent((string Workspace, string Person) whose)
    {
        lock (refreshing)
        {
            refreshing[whose] = false;
        }
    }
}
