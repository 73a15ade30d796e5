namespace IntroBot.Platforms;

/// <summary>How a call to a platform ended.</summary>
public abstract record SendResult<T>
{
    private SendResult() { }

    /// <summary>The platform did it; for a message the value is its receipt (a Slack timestamp, a Teams activity id).</summary>
    public sealed record Sent(T Value) : SendResult<T>;

    /// <summary>The platform refused, with one of its error codes or one of ours.</summary>
    public sealed record Rejected(string Code, Concerns Concerns) : SendResult<T>;

    /// <summary>Not done: rate limited, or the platform is down.</summary>
    public sealed record RetryAfter(TimeSpan Delay) : SendResult<T>;

    /// <summary>It may have been done: the answer was lost in a timeout, or the platform itself does not know.</summary>
    public sealed record Unknown : SendResult<T>;

    /// <summary>The same end for a value of another type.</summary>
    public SendResult<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Sent sent => new SendResult<TOther>.Sent(map(sent.Value)),
        Rejected rejected => new SendResult<TOther>.Rejected(rejected.Code, rejected.Concerns),
        RetryAfter later => new SendResult<TOther>.RetryAfter(later.Delay),
        Unknown => new SendResult<TOther>.Unknown(),
        _ => throw new UnreachableException(),
    };
}

/// <summary>What has to change before a rejected call can succeed.</summary>
public enum Concerns
{
    /// <summary>This person or conversation cannot be reached.</summary>
    Recipient,

    /// <summary>The installation: a token, a scope or a registration that an administrator has to mend.</summary>
    Workspace,

    /// <summary>What we sent: a fault of ours.</summary>
    Content,
}
