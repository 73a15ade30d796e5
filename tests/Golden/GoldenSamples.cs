using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Conversation;
using IntroBot.Conversation.PlainWords;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Offers;
using IntroBot.Stewards;

namespace IntroBot.Tests.Golden;

/// <summary>
/// Every card and form the bot can show, each named by the member that makes it and the case. A member that needs nothing is found and
/// drawn as it is; one that needs something has its examples here.
/// </summary>
internal static class GoldenSamples
{
    public static IReadOnlyDictionary<string, Func<Card>> Cards { get; } = AllCards()
        .ToDictionary(each => each.Name, each => each.Card, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Func<Form>> Forms { get; } = AllForms()
        .ToDictionary(each => each.Name, each => each.Form, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Func<Card> Card)> AllCards() =>
    [
        .. CardMakers.All.Where(maker => maker.Made is Card).Select(maker => (maker.Name, (Func<Card>)(() => (Card)maker.Made!))),
        .. CardsOf(GoldenPeople.Plain),
        .. AskTemplate.Fields.Select(field => ($"AskCards.Question.{field.Id}.open", (Func<Card>)(() =>
            AskCards.Question(GoldenPeople.Plain.Intro() with { Ask = new Ask() }, field, "A little more, please.")))),
        ("TalkCards.DidYouMean", () => TalkCards.DidYouMean("pause")),
        ("TalkCards.CommandOrAnswer", () => TalkCards.CommandOrAnswer(CommandTable.All.Single(row => row.Words == "pause"))),
        ("TalkCards.Pause.day", () => TalkCards.Pause(new SpokenTime.Day(new DateOnly(2026, 12, 7)), new DateOnly(2026, 12, 1))),
        ("TalkCards.Pause.open", () => TalkCards.Pause(null, new DateOnly(2026, 12, 1))),
        ("TalkCards.WhatToStop.nothing", () => TalkCards.WhatToStop(null, isGiver: false)),
        ("TalkCards.WhatToStop.giving", () => TalkCards.WhatToStop(null, isGiver: true)),
        ("TalkCards.Erase.giver", () => TalkCards.Erase(isGiver: true)),
        ("TalkCards.Erase.asker", () => TalkCards.Erase(isGiver: false)),
        ("TalkCards.YouAreWelcome", () => TalkCards.YouAreWelcome([TalkCards.Ask, TalkCards.OfferToHelp])),
        ("TalkCards.AllRight", () => TalkCards.AllRight([TalkCards.Ask, TalkCards.Status])),
        ("TalkCards.NoAsk", () => TalkCards.NoAsk([TalkCards.Ask, TalkCards.OfferToHelp])),
        ("TalkCards.KnownAboutMe", () => TalkCards.KnownAboutMe([TalkCards.Ask, TalkCards.Status])),
        ("TalkCards.WhoReads", () => TalkCards.WhoReads([TalkCards.Ask, TalkCards.Status])),
        ("GiverCards.WhomToBlock.many", () => GiverCards.WhomToBlock(
            "Grace", [.. Enumerable.Range(1, 7).Select(at => GoldenPeople.Plain.Giver with { Name = $"Grace {at}" })])),
        ("GiverCards.Blocks.nobody", () => GiverCards.Blocks(Giver.Unknown(GoldenPeople.Plain.Giver))),
        ("SettingsCards.ChannelGone", () => SettingsCards.ChannelGone("Crew › Givers")),
        ("SettingsCards.Saved.message", () => SettingsCards.Saved(WorkspaceSettings.Default)),
        ("SettingsCards.Saved.channel", () => SettingsCards.Saved(new WorkspaceSettings(OffersInChannel: true, "channel"))),
        ("Slack.AdmissionCards.Mend",
            () => IntroBot.Slack.Inbound.AdmissionCards.Mend(["Please name a day to come.", "This one is needed."])),
        ("Slack.AdmissionCards.OpenIt",
            () => IntroBot.Slack.Inbound.AdmissionCards.OpenIt(AskForms.Fields(GoldenPeople.Plain.Intro(), GoldenPeople.Plain.Because))),
        .. Enum.GetValues<Refusal>().Select(why => ($"RefusalCards.Of.{why}", (Func<Card>)(() => RefusalCards.Of(why)))),
    ];

    private static IEnumerable<(string Name, Func<Card> Card)> CardsOf(GoldenPeople people) =>
    [
        ("TalkCards.Greeting", () => TalkCards.Greeting(people.Asker, [TalkCards.Ask, TalkCards.OfferToHelp])),
        ("TalkCards.ReadBack", () => TalkCards.ReadBack(people.Intro().Ask.Who, people.Intro().Ask.Who)),
        ("TalkCards.NotUnderstood", () => TalkCards.NotUnderstood(people.Intro().Ask.Who)),
        ("TalkCards.AnswerBack.yes", () => TalkCards.AnswerBack(Question(people), isYes: true)),
        ("TalkCards.AnswerBack.no", () => TalkCards.AnswerBack(Question(people), isYes: false)),
        ("TalkCards.WhatToStop.draft", () => TalkCards.WhatToStop(people.Intro(), isGiver: false)),
        ("TalkCards.WhatToStop.both", () => TalkCards.WhatToStop(people.Intro(), isGiver: true)),
        ("AskCards.Question.who", () => AskCards.Question(people.Intro(), AskTemplate.Fields[0])),
        ("AskCards.Question.purpose", () => AskCards.Question(people.Intro(), AskTemplate.Field(AskTemplate.PurposeId))),
        ("AskCards.Unfinished",
            () => AskCards.Unfinished(people.Intro(), [AskTemplate.Field(AskTemplate.Topics), AskTemplate.Field(AskTemplate.Deadline)])),
        ("AskCards.Review", () => AskCards.Review(people.Intro(), [])),
        ("AskCards.Review.hints", () => AskCards.Review(people.Intro(), people.Hints)),
        ("AskCards.Review.blocked", () => AskCards.Review(people.Intro(), [people.Hints[0] with { Blocks = true }])),
        ("AskCards.DraftWaits", () => AskCards.DraftWaits(people.Intro())),
        ("AskCards.Sent", () => AskCards.Sent(people.Intro(IntroStage.Searching))),
        ("AskCards.NoMatch", () => AskCards.NoMatch(people.Intro(IntroStage.Unmatched))),
        ("OfferCards.Offer",
            () => OfferCards.Offer(people.Intro(IntroStage.Offered, OfferStatus.Open), people.Offer(OfferStatus.Open), GoldenPeople.Now)),
        ("OfferCards.InChannel",
            () => OfferCards.InChannel(people.Intro(IntroStage.Offered, OfferStatus.Open), people.Offer(OfferStatus.Open))),
        ("OfferCards.OverInChannel.yes", () => OfferCards.OverInChannel(people.Offer(OfferStatus.Accepted))),
        ("OfferCards.OverInChannel.gone", () => OfferCards.OverInChannel(people.Offer(OfferStatus.Declined))),
        .. new[] { OfferStatus.Declined, OfferStatus.Expired }.Select(status => (
            $"OfferCards.Over.channel.{status}",
            (Func<Card>)(() => OfferCards.Over(
                people.Intro(IntroStage.Searching, status), people.Offer(status) with { Channel = "givers" })))),
        ("OfferCards.Reminder",
            () => OfferCards.Reminder(people.Intro(IntroStage.Offered, OfferStatus.Open), people.Offer(OfferStatus.Open))),
        .. Enum.GetValues<OfferStatus>().Select(status => (
            $"OfferCards.Over.{status}",
            (Func<Card>)(() => OfferCards.Over(people.Intro(IntroStage.Searching, status), people.Offer(status))))),
        ("OfferCards.Over.withdrawn",
            () => OfferCards.Over(people.Intro(IntroStage.Withdrawn, OfferStatus.Released), people.Offer(OfferStatus.Released))),
        ("LoopCards.Connection", () => LoopCards.Connection(Connected(people))),
        ("LoopCards.SaidYes", () => LoopCards.SaidYes(Connected(people))),
        ("LoopCards.ConnectedApart.asker", () => LoopCards.ConnectedApart(Connected(people), people.Asker.Ref)),
        ("LoopCards.ConnectedApart.giver", () => LoopCards.ConnectedApart(Connected(people), people.Giver.Ref)),
        ("LoopCards.HowItWent", () => LoopCards.HowItWent(Connected(people))),
        ("LoopCards.HowItWentOver.told", () => LoopCards.HowItWentOver(Told(people, Outcome.Met), 1)),
        ("LoopCards.HowItWentOver.again", () => LoopCards.HowItWentOver(Connected(people) with { Questions = 2 }, 1)),
        ("LoopCards.HowItWentOver.not-yet", () => LoopCards.HowItWentOver(Connected(people) with { Questions = 1 }, 1)),
        ("LoopCards.HowItWentOver.closed", () => LoopCards.HowItWentOver(Closed(people, Outcome.Met), 1)),
        ("LoopCards.NotYet", () => LoopCards.NotYet(Connected(people))),
        .. Enum.GetValues<Outcome>()
            .Select(outcome => ($"LoopCards.Told.{outcome}", (Func<Card>)(() => LoopCards.Told(Told(people, outcome))))),
        .. Enum.GetValues<Outcome>()
            .Select(outcome => ($"LoopCards.Thanks.{outcome}", (Func<Card>)(() => LoopCards.Thanks(Closed(people, outcome))))),
        ("LoopCards.ThanksAndWelcome", () => LoopCards.ThanksAndWelcome(Closed(people, Outcome.Met))),
        ("LoopCards.Closed", () => LoopCards.Closed(Closed(people, Outcome.Met))),
        ("LoopCards.ClosedWithInvitation", () => LoopCards.ClosedWithInvitation(Closed(people, Outcome.Met))),
        .. Enum.GetValues<IntroStage>().Select(
            stage => ($"StatusCards.Ask.{stage}", (Func<Card>)(() => StatusCards.Ask(At(people, stage), GoldenPeople.Now.AddDays(2))))),
        ("StatusCards.Earlier", () => StatusCards.Earlier([Closed(people, Outcome.Met)])),
        ("StatusCards.Ask.told", () => StatusCards.Ask(Told(people, Outcome.Met), GoldenPeople.Now)),
        ("GiverCards.Welcome", () => GiverCards.Welcome(people.Helper())),
        ("GiverCards.Saved", () => GiverCards.Saved(people.Helper())),
        ("GiverCards.Profile.paused", () => GiverCards.Profile(people.Helper(paused: true))),
        ("GiverCards.Paused", () => GiverCards.Paused(people.Helper(paused: true))),
        ("GiverCards.UnansweredPause", () => GiverCards.UnansweredPause(people.Helper(paused: true))),
        ("GiverCards.Blocked", () => GiverCards.Blocked(people.Asker)),
        ("GiverCards.NobodyCalled", () => GiverCards.NobodyCalled(people.Asker.Name)),
        ("GiverCards.Unblocked", () => GiverCards.Unblocked(people.Asker)),
        ("GiverCards.Blocks", () => GiverCards.Blocks(people.Helper())),
    ];

    private static IEnumerable<(string Name, Func<Form> Form)> AllForms() =>
    [
        .. CardMakers.All.Where(maker => maker.Made is Form).Select(maker => (maker.Name, (Func<Form>)(() => (Form)maker.Made!))),
        .. FormsOf(GoldenPeople.Plain),
        ("AskForms.Fields.blank", () => AskForms.Fields(GoldenPeople.Plain.Intro() with { Ask = new Ask() }, [])),
        ("SettingsForms.Settings", () => SettingsForms.Settings(WorkspaceSettings.Default)),
        ("SettingsForms.Settings.channel", () => SettingsForms.Settings(new WorkspaceSettings(OffersInChannel: true, "channel"))),
        ("GiverForms.Profile.blank", () => GiverForms.Profile(Giver.Unknown(GoldenPeople.Plain.Giver), [])),
    ];

    private static IEnumerable<(string Name, Func<Form> Form)> FormsOf(GoldenPeople people) =>
    [
        ("AskForms.Fields", () => AskForms.Fields(people.Intro(), people.Because)),
        ("AskForms.Review", () => AskForms.Review(people.Intro(), [])),
        ("AskForms.Review.hints", () => AskForms.Review(people.Intro(), people.Hints)),
        ("AskForms.OtherTopics", () => AskForms.OtherTopics(people.Intro(IntroStage.Unmatched), people.Because)),
        ("LoopCards.ThanksForm", () => LoopCards.ThanksForm(Told(people, Outcome.Met))),
        ("GiverForms.Profile", () => GiverForms.Profile(people.Helper(), people.Because)),
    ];

    private static OpenQuestion Question(GoldenPeople people) =>
        new(people.Intro(IntroStage.Offered, OfferStatus.Open), people.Offer(OfferStatus.Open));

    private static Intro Connected(GoldenPeople people) => people.Intro(IntroStage.Connected, OfferStatus.Accepted);

    private static Intro Told(GoldenPeople people, Outcome outcome) => people.Intro(IntroStage.Connected, OfferStatus.Accepted, outcome);

    private static Intro Closed(GoldenPeople people, Outcome outcome) => people.Intro(IntroStage.Closed, OfferStatus.Accepted, outcome);

    private static Intro At(GoldenPeople people, IntroStage stage) => people.Intro(stage, stage switch
    {
        IntroStage.Offered => OfferStatus.Open,
        IntroStage.Accepted or IntroStage.Connected or IntroStage.Closed => OfferStatus.Accepted,
        _ => null,
    });
}
