namespace IntroBot.Platforms;

/// <summary>
/// Keeps homes in step with the story. One at a time draws and shows a home, or an older drawing could end up over a newer one; for
/// whatever changes meanwhile it is drawn again.
/// </summary>
internal abstract class Homes(Afterwards afterwards, WallClock wall)
{
    /// <summary>Long enough for what follows from an act to be stored, and for changes in a row to be shown once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How often a home is shown at once that meets something in between, or a crowd at the platform's door.</summary>
    protected const int MostTries = 3;

    /// <summary>Who would have to wait longer shows it when its owner does something next.</summary>
    protected static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Homes that are being shown, and whether they may have changed since they were drawn.</summary>
    private readonly Dictionary<(string Workspace, string Person), bool> showing = [];

    protected Afterwards Afterwards => afterwards;

    protected WallClock Wall => wall;

    /// <summary>Something its owner may see there has changed, or is about to.</summary>
    public void Refresh(string workspace, string person)
    {
        if (Begins((workspace, person)))
        {
            afterwards.Do(
                "show a home anew", token => KeepUpAsync((workspace, person), () => RefreshAsync((workspace, person), token), token));
        }
    }

    /// <summary>Shows a home that is open now at once, unless somebody is at it, who then shows it again.</summary>
    protected async Task ShowNowAsync(string workspace, string person, Func<Task> show, CancellationToken token)
    {
        if (Begins((workspace, person)))
        {
            await KeepUpAsync((workspace, person), show, token);
        }
    }

    /// <summary>Draws it and shows it once more, unless nobody ever opened it.</summary>
    protected abstract Task ShowAsync(string workspace, string person, CancellationToken token);

    private bool Begins((string Workspace, string Person) whose)
    {
        lock (showing)
        {
            if (showing.TryAdd(whose, false))
            {
                return true;
            }

            showing[whose] = true;
            return false;
        }
    }

    private async Task KeepUpAsync((string Workspace, string Person) whose, Func<Task> show, CancellationToken token)
    {
        try
        {
            await show();
            while (GoesOn(whose))
            {
                await RefreshAsync(whose, token);
            }
        }
        catch
        {
            lock (showing)
            {
                showing.Remove(whose);
            }

            throw;
        }
    }

    private bool GoesOn((string Workspace, string Person) whose)
    {
        lock (showing)
        {
            return showing[whose] || !showing.Remove(whose);
        }
    }

    private async Task RefreshAsync((string Workspace, string Person) whose, CancellationToken token)
    {
        await wall.WaitAsync(Patience, token);
        LooksFromHere(whose);
        await ShowAsync(whose.Workspace, whose.Person, token);
    }

    /// <summary>A change from here on is a new one: what is drawn next may not have it yet.</summary>
    private void LooksFromHere((string Workspace, string Person) whose)
    {
        lock (showing)
        {
            showing[whose] = false;
        }
    }
}
