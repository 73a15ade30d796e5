namespace IntroBot.Platforms;

/// <summary>What became of a call to a platform.</summary>
internal abstract record SendResult<T>
{
    private SendResult() { }

    /// <summary>Done.</summary>
    public sealed record Sent(T Value) : SendResult<T>;

    /// <summary>The platform said no, with one of its error codes.</summary>
    public sealed record Rejected(string Error) : SendResult<T>;

    /// <summary>Not done, and worth another try later.</summary>
    public sealed record RetryAfter(TimeSpan Delay) : SendResult<T>;

    /// <summary>Nobody knows whether it was done: the answer was lost, or the platform itself does not know.</summary>
    public sealed record Unknown : SendResult<T>;

    /// <summary>The same end for a value of another kind.</summary>
    public SendResult<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Sent done => new SendResult<TOther>.Sent(map(done.Value)),
        Rejected refused => new SendResult<TOther>.Rejected(refused.Error),
        RetryAfter later => new SendResult<TOther>.RetryAfter(later.Delay),
        Unknown => new SendResult<TOther>.Unknown(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
