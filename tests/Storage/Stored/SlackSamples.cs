using IntroBot.Slack;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.Install;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>What Slack's room keeps, with everything in it that can be.</summary>
internal static class SlackSamples
{
    private static readonly DateTimeOffset At = StorySamples.At;

    public static InstallationRecord Installation { get; } =
        new("T1", "Home", "UBOT", "chat:write,im:write", "token", "refresh", At.AddHours(12), At) { EndedAt = At.AddDays(1) };

    public static InstallationRecord NewInstallation { get; } = new("T1", "Home", "UBOT", "", "token", null, null, At);

    public static SlackProfile Person { get; } = new("U1", "Ava Stone", "Europe/Berlin", "de", MemberKind.Guest, IsSteward: true, At);

    public static SlackProfile NamedPerson { get; } = Person with { DisplayName = "ava" };

    public static WaitingRequest[] Waiting { get; } =
    [
        WaitingFor(new SlackRequest.Typed(new SlashCommand
        {
            TeamId = "T1",
            EnterpriseId = "E1",
            ChannelId = "C1",
            UserId = "U1",
            Command = "/intro",
            Text = "“help”",
            ResponseUrl = "https://hooks.slack.test/1",
            TriggerId = "trigger",
        })),
        WaitingFor(new SlackRequest.Acted(new InteractionPayload
        {
            Type = "block_actions",
            Team = new NamedId("T1"),
            Enterprise = new NamedId("E1"),
            User = new ActingUser("U1", "T1"),
            TriggerId = "trigger",
            ResponseUrl = "https://hooks.slack.test/1",
            CallbackId = "callback",
            Container = new PayloadContainer { Type = "message", ChannelId = "C1", IsEphemeral = true, ThreadTs = "1700000000.000100" },
            Channel = new NamedId("C1"),
            View = new PayloadView
            {
                Id = "V1",
                Type = "modal",
                CallbackId = "ask",
                PrivateMetadata = "intro1",
                Hash = "hash",
                AppInstalledTeamId = "T1",
                State = new PayloadState(Json("""{"who":{"who":{"value":"somebody"}}}""")),
            },
            State = new PayloadState(Json("""{"note":{}}""")),
            Actions = [new PayloadAction("offer.accept", "intro1|intro1-1", "button")],
            BlockId = "topics",
            Value = "sup",
        })),
        WaitingFor(new SlackRequest.Happened(new EventEnvelope
        {
            Type = "event_callback",
            Challenge = "challenge",
            TeamId = "T1",
            EventId = "Ev1",
            EventTime = 1_700_000_000,
            Authorizations = [new EventAuthorization("T1", "E1")],
            Event = Json("""{"type":"message","text":"hello"}"""),
        })),
    ];

    private static WaitingRequest WaitingFor(SlackRequest request) => new("T1", "U1", At, request);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
