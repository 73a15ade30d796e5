using IntroBot.Teams;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Inbound;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>What Teams' room keeps and what its cards carry, with everything in it that can be.</summary>
internal static class TeamsSamples
{
    public static TeamsProfile Person { get; } = new(
        "person", "29:member", "Ava Stone", "ava@home.test", "Europe/Berlin", "de", MemberKind.Foreign, StorySamples.At);

    public static TeamsProfile Nameless { get; } = Person with { SignInName = null, Kind = MemberKind.Member };

    public static ConversationReference Chat { get; } = new("https://smba.test/teams/", "a:chat");

    public static ConversationReference Conversation { get; } =
        new("https://smba.test/teams/", "19:channel@thread.tacv2", "Givers", "19:team@thread.tacv2", "Crew");

    public static Arrival Arrival { get; } = new("news", "29:member", "https://smba.test/teams/", "a:chat", "Europe/Berlin", "de-DE");

    public static ActionData Carried { get; } = new(new CarriedData
    {
        Form = "give",
        State = "state",
        Action = "ask.edit",
        Value = "intro1|intro1-1",
        Many = ["kinds"],
        OnForm = true,
    });
}
