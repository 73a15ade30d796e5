using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Platforms;
using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Export;
using IntroBot.Storage.Work;
using IntroBot.Teams;
using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Every shape that outlives the program that wrote it, by the name of its golden file.</summary>
internal static class StoredShapes
{
    private static readonly JsonSerializerOptions Story = StoredJson.Default.Options;

    public static ImmutableArray<StoredShape> All { get; } =
    [
        StoredShape.Of("story.intro", StoredJson.Default.Intro, StorySamples.Intro, StorySamples.Draft),
        StoredShape.Of("story.giver", StoredJson.Default.Giver, StorySamples.Giver, StorySamples.Newcomer),
        StoredShape.Of("story.settings", StoredJson.Default.WorkspaceSettings, StorySamples.Settings),
        StoredShape.Of("story.log", StoredJson.Default.LogEntry, StorySamples.Line),
        StoredShape.Of("outbox.row", StoredJson.Default.OutboxRecord, [.. StorySamples.Outgoing.Select(StorySamples.RowOf)]),
        StoredShape.Of("outbox.work", StoredJson.Default.OutboxRecord, StorySamples.Work),
        StoredShape.Of("due.row", StoredJson.Default.DueRecord, StorySamples.Due),
        StoredShape.Of(
            "export.first", ExportJson.Default.ExportHeader, new ExportHeader("introbot-store", 1, "0.1.0", StorySamples.At)),
        StoredShape.Of(
            "export.row", ExportJson.Default.ExportRow,
            new ExportRow("Core", "home|t|terms", "!", new Dictionary<string, string> { ["Json"] = "{}" })),
        StoredShape.Of("export.last", ExportJson.Default.ExportEnd, new ExportEnd(12, "abc")),
        StoredShape.Of(
            "promise", new FormerAnswerJson(UnescapedJson.Of(FormerAnswerJson.Default)).FormerAnswer,
            new FormerAnswer("T1", "U1", "words “as they are”", StorySamples.At)),

        StoredShape.Of(
            "slack.installation", InstallationJson.Default.InstallationRecord, SlackSamples.Installation, SlackSamples.NewInstallation),
        StoredShape.Of("slack.person", SlackProfileJson.Default.SlackProfile, SlackSamples.Person, SlackSamples.NamedPerson),
        StoredShape.Of(
            "slack.words", new FormerWordsJson(UnescapedJson.Of(FormerWordsJson.Default)).SlackWords, new SlackWords("text “here”", "[]")),
        StoredShape.Of(
            "slack.waiting", new SlackPayloadJson(UnescapedJson.Of(SlackPayloadJson.Default)).WaitingRequest, SlackSamples.Waiting),
        StoredShape.Of(
            "slack.answer", SlackPostedAnswerJson.Default.PostedAnswer, new IntroBot.Slack.PostedAnswer("text", "[]", "C1"),
            new IntroBot.Slack.PostedAnswer("text", "[]", "C1") { Thread = "1700000000.000100" }),
        StoredShape.Of(
            "slack.marker", SlackApiJson.Default.MessageMetadata, new MessageMetadata("introbot_message", new MarkerPayload("key"))),

        StoredShape.Of("teams.person", TeamsProfileJson.Default.TeamsProfile, TeamsSamples.Person, TeamsSamples.Nameless),
        StoredShape.Of("teams.conversation", TeamsProfileJson.Default.ConversationReference, TeamsSamples.Conversation, TeamsSamples.Chat),
        StoredShape.Of(
            "teams.answer", TeamsPostedAnswerJson.Default.PostedAnswer,
            new IntroBot.Teams.PostedAnswer("{}", "https://smba.trafficmanager.net/emea/", "19:channel", "activity", IsTargeted: true)),
        StoredShape.Of("teams.arrival", TeamsArrivalJson.Default.Arrival, TeamsSamples.Arrival),
        StoredShape.Of("teams.carried", AdaptiveJsonContext.Default.ActionData, TeamsSamples.Carried) with
        {
            Reading = (line, _) => new ActionData(CarriedData.Read(JsonDocument.Parse(line).RootElement)),
        },

        new StoredShape(
            "playground.message", PlaygroundJson.Options.GetTypeInfo(typeof(ChatMessage)),
            [PlaygroundSamples.Message, PlaygroundSamples.Said]),
        new StoredShape(
            "playground.form", PlaygroundJson.Options.GetTypeInfo(typeof(OpenForm)), [PlaygroundSamples.Form, PlaygroundSamples.Blank]),

        StoredShape.OfEnum(
            "enum.timer", Story, TimerKind.DraftLapses, TimerKind.OfferReminder, TimerKind.OfferExpires, TimerKind.SearchEnds,
            TimerKind.ChoiceLapses, TimerKind.HowItWent, TimerKind.PauseEnds),
        StoredShape.OfEnum(
            "enum.notice", Story, NoticeKind.Offer, NoticeKind.OfferReminder, NoticeKind.OfferOver, NoticeKind.NoMatch,
            NoticeKind.Connection, NoticeKind.SaidYes, NoticeKind.ConnectionApart, NoticeKind.HowItWent, NoticeKind.HowItWentOver,
            NoticeKind.Thanks, NoticeKind.PauseEnded, NoticeKind.UnansweredPause),
        StoredShape.OfEnum("enum.slot-end", Story, SlotEnd.Released, SlotEnd.Answered, SlotEnd.Expired),
        StoredShape.OfEnum("enum.destination", Story, DestinationKind.Direct, DestinationKind.GiversChannel, DestinationKind.Meeting),
        StoredShape.OfEnum(
            "enum.stage", Story, IntroStage.Draft, IntroStage.Asked, IntroStage.Searching, IntroStage.Offered, IntroStage.Accepted,
            IntroStage.Connected, IntroStage.Closed, IntroStage.Withdrawn, IntroStage.Unmatched, IntroStage.Expired),
        StoredShape.OfEnum(
            "enum.offer", Story, OfferStatus.Proposed, OfferStatus.Skipped, OfferStatus.Open, OfferStatus.Accepted, OfferStatus.Declined,
            OfferStatus.Expired, OfferStatus.Released),
        StoredShape.OfEnum(
            "enum.event", Story, LogEvent.DraftStarted, LogEvent.DraftDiscarded, LogEvent.DraftLapsed, LogEvent.Asked, LogEvent.SearchBegan,
            LogEvent.SearchBeganAgain, LogEvent.Offered, LogEvent.Accepted, LogEvent.Declined, LogEvent.Expired, LogEvent.Released,
            LogEvent.NoMatchYet, LogEvent.Withdrawn, LogEvent.ClosedWithoutMatch, LogEvent.LapsedWithoutMatch, LogEvent.Connected,
            LogEvent.OutcomeTold, LogEvent.ClosedWithThanks, LogEvent.BecameGiver, LogEvent.ProfileChanged, LogEvent.Paused,
            LogEvent.PausedUnanswered, LogEvent.PauseEnded, LogEvent.Resumed, LogEvent.AskedForLess, LogEvent.WelcomedAsker,
            LogEvent.StoppedGiving, LogEvent.SettingsChanged),
        StoredShape.OfEnum(
            "enum.weekdays", Story, Weekdays.None, Weekdays.Monday, Weekdays.Tuesday, Weekdays.Wednesday, Weekdays.Thursday,
            Weekdays.Friday, Weekdays.Saturday, Weekdays.Sunday, Weekdays.Weekend, Weekdays.All),
        StoredShape.OfEnum("enum.outcome", Story, Outcome.Met, Outcome.NeverReplied, Outcome.WentNowhere),
        StoredShape.OfEnum(
            "enum.purpose", Story, Purpose.Advice, Purpose.Job, Purpose.Hiring, Purpose.Customer, Purpose.Partner, Purpose.Funding,
            Purpose.Mentoring, Purpose.Other),
        StoredShape.OfEnum(
            "enum.slack-person", SlackProfileJson.Default.Options, IntroBot.Slack.MemberKind.Member, IntroBot.Slack.MemberKind.Guest,
            IntroBot.Slack.MemberKind.Foreign, IntroBot.Slack.MemberKind.Bot, IntroBot.Slack.MemberKind.Gone),
        StoredShape.OfEnum(
            "enum.teams-person", TeamsProfileJson.Default.Options, IntroBot.Teams.MemberKind.Member, IntroBot.Teams.MemberKind.Guest,
            IntroBot.Teams.MemberKind.Foreign),
        StoredShape.OfEnum("enum.button", PlaygroundJson.Options, ButtonStyle.Plain, ButtonStyle.Primary, ButtonStyle.Danger),
    ];
}
