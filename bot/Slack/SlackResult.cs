namespace IntroBot.Slack;

/// <summary>What became of a call of the Web API.</summary>
internal abstract record SlackResult<T>
{
    private SlackResult() { }

    /// <summary>Done.</summary>
    public sealed record Done(T Value) : SlackResult<T>;

    /// <summary>Slack said no, with one of its error codes.</summary>
    public sealed record Refused(string Error) : SlackResult<T>;

    /// <summary>Not done, and worth another try later.</summary>
    public sealed record Later(TimeSpan After) : SlackResult<T>;

    /// <summary>Nobody knows whether it was done: the answer was lost, or Slack itself does not know.</summary>
    public sealed record Unsure : SlackResult<T>;

    /// <summary>The same end for a value of another kind.</summary>
    public SlackResult<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Done done => new SlackResult<TOther>.Done(map(done.Value)),
        Refused refused => new SlackResult<TOther>.Refused(refused.Error),
        Later later => new SlackResult<TOther>.Later(later.After),
        Unsure => new SlackResult<TOther>.Unsure(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
