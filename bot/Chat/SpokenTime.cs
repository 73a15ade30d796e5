namespace IntroBot.Chat;

/// <summary>A time as people say it: a closed set.</summary>
public abstract record SpokenTime
{
    private SpokenTime() { }

    /// <summary>A positive duration.</summary>
    public sealed record Span(TimeSpan Time) : SpokenTime;

    /// <summary>A calendar day.</summary>
    public sealed record Day(DateOnly Date) : SpokenTime;

    /// <summary>The day it means, seen from today.</summary>
    public DateOnly From(DateOnly today) => this switch
    {
        Day day => day.Date,
        Span span => today.AddDays((int)span.Time.TotalDays),
        _ => throw new UnreachableException(),
    };
}
