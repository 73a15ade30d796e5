namespace IntroBot.Platforms;

/// <summary>What became of a call to a platform.</summary>
internal abstract record CallResult<T>
{
    private CallResult() { }

    /// <summary>Done.</summary>
    public sealed record Done(T Value) : CallResult<T>;

    /// <summary>The platform said no, with one of its error codes.</summary>
    public sealed record Refused(string Error) : CallResult<T>;

    /// <summary>Not done, and worth another try later.</summary>
    public sealed record Later(TimeSpan After) : CallResult<T>;

    /// <summary>Nobody knows whether it was done: the answer was lost, or the platform itself does not know.</summary>
    public sealed record Unsure : CallResult<T>;

    /// <summary>The same end for a value of another kind.</summary>
    public CallResult<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Done done => new CallResult<TOther>.Done(map(done.Value)),
        Refused refused => new CallResult<TOther>.Refused(refused.Error),
        Later later => new CallResult<TOther>.Later(later.After),
        Unsure => new CallResult<TOther>.Unsure(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
