namespace IntroBot.Coaching;

/// <summary>The answers of the ask template; an empty string is a field without an answer.</summary>
public sealed record Ask
{
    [JsonPropertyName("Who")]
    public string Who { get; init; } = "";

    [JsonPropertyName("Topics")]
    public ImmutableArray<string> Topics { get; init; } = [];

    [JsonPropertyName("Purpose")]
    public Purpose? Purpose { get; init; }

    [JsonPropertyName("WhyThem")]
    public string WhyThem { get; init; } = "";

    [JsonPropertyName("SmallStep")]
    public string SmallStep { get; init; } = "";

    [JsonPropertyName("AboutYou")]
    public string AboutYou { get; init; } = "";

    [JsonPropertyName("InReturn")]
    public string InReturn { get; init; } = "";

    [JsonPropertyName("Note")]
    public string Note { get; init; } = "";

    [JsonPropertyName("Deadline")]
    public DateOnly? Deadline { get; init; }

    [JsonPropertyName("DeadlineReason")]
    public string DeadlineReason { get; init; } = "";

    [JsonPropertyName("AlreadyTried")]
    public string AlreadyTried { get; init; } = "";

    [JsonPropertyName("Promised")]
    public bool Promised { get; init; }
}

/// <summary>The purpose of an ask, and a kind of help that a giver offers.</summary>
public enum Purpose
{
    [JsonStringEnumMemberName("Advice")]
    Advice,
    [JsonStringEnumMemberName("Job")]
    Job,
    [JsonStringEnumMemberName("Hiring")]
    Hiring,
    [JsonStringEnumMemberName("Customer")]
    Customer,
    [JsonStringEnumMemberName("Partner")]
    Partner,
    [JsonStringEnumMemberName("Funding")]
    Funding,
    [JsonStringEnumMemberName("Mentoring")]
    Mentoring,
    [JsonStringEnumMemberName("Other")]
    Other,
}
