namespace IntroBot.Platforms;

/// <summary>One line a person, so that what somebody did is done in the order in which they did it, whatever of it has to wait.</summary>
internal sealed class PersonLines(BackgroundTasks background)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Workspace, string User), Line> lines = [];

    /// <summary>Whether something of this person waits, which whatever comes next must not overtake.</summary>
    public bool Holds(string workspace, string user)
    {
        lock (gate)
        {
            return lines.ContainsKey((workspace, user));
        }
    }

    /// <summary>How much waits in a workspace.</summary>
    public int LengthIn(string workspace)
    {
        lock (gate)
        {
            return lines.Where(line => line.Key.Workspace == workspace).Sum(line => line.Value.Length);
        }
    }

    /// <summary>Does something as soon as nothing of this person waits before it.</summary>
    public void Join(string workspace, string user, string what, Func<CancellationToken, Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Enter((workspace, user), done.Task);
        background.Run(what, async token =>
        {
            try
            {
                await before;
                await work(token);
            }
            finally
            {
                Leave((workspace, user));
                done.SetResult();
            }
        });
    }

    private Task Enter((string Workspace, string User) who, Task done)
    {
        lock (gate)
        {
            var line = lines.GetValueOrDefault(who) ?? new Line(Task.CompletedTask, 0);
            lines[who] = new Line(done, line.Length + 1);
            return line.Last;
        }
    }

    private void Leave((string Workspace, string User) who)
    {
        lock (gate)
        {
            if (lines[who] is { Length: > 1 } line)
            {
                lines[who] = line with { Length = line.Length - 1 };
                return;
            }

            lines.Remove(who);
        }
    }

    /// <summary>What the next one waits for, and how many there are.</summary>
    private sealed record Line(Task Last, int Length);
}
