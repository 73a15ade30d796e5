using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>What became of the question who a person is.</summary>
internal abstract record PersonFound
{
    private PersonFound() { }

    public sealed record Known(TeamsProfile Who) : PersonFound;

    /// <summary>Teams does not say in time, or not just now.</summary>
    public sealed record Later : PersonFound;

    /// <summary>Teams knows them nowhere that the bot is.</summary>
    public sealed record Nowhere : PersonFound;
}

/// <summary>A person as an activity tells of them, and where it came from: all that is needed to ask Teams for the rest.</summary>
internal sealed record PersonActing(
    string Member, ConversationReference Place, ConversationKind Kind, string? TimeZone, string? Language)
{
    /// <summary>Null for an activity of nobody.</summary>
    public static PersonActing? Of(Activity activity) =>
        ConversationReference.Of(activity) is { } place && activity.From?.Id is { Length: > 0 } member
            ? new(member, place, activity.Kind, activity.TimeZone, activity.Language)
            : null;
}
