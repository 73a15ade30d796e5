using System.Collections.Immutable;

namespace IntroBot.Coaching;

/// <summary>The filled-in template; empty strings are fields not yet answered.</summary>
public sealed record Ask
{
    public string Who { get; init; } = "";

    public ImmutableArray<string> Topics { get; init; } = [];

    public Purpose? Purpose { get; init; }

    public string WhyThem { get; init; } = "";

    public string SmallStep { get; init; } = "";

    public string AboutYou { get; init; } = "";

    public string InReturn { get; init; } = "";

    public string Note { get; init; } = "";

    public DateOnly? Deadline { get; init; }

    public string DeadlineReason { get; init; } = "";

    public string AlreadyTried { get; init; } = "";

    public bool Promised { get; init; }
}

/// <summary>What an asker hopes for, and what kinds of help a giver offers.</summary>
public enum Purpose
{
    Advice,
    Job,
    Hiring,
    Customer,
    Partner,
    Funding,
    Mentoring,
    Other,
}
