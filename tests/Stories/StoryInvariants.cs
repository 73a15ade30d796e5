using IntroBot.Chat;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;
using IntroBot.Platforms;

namespace IntroBot.Tests.Stories;

/// <summary>Everything that must hold at every moment of every history; each broken promise is a sentence.</summary>
internal sealed class StoryInvariants(History history)
{
    private readonly List<string> broken = [];
    private int deliveries;

    private DateTimeOffset Now => history.Community.Clock.GetUtcNow();

    public IReadOnlyList<string> Broken => broken;

    /// <summary>Watches every message at the moment it arrives; one in nine meets a platform that is down.</summary>
    public SendResult<string>? Watch(Envelope envelope)
    {
        if (++deliveries % 9 == 0)
        {
            return new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(1));
        }

        var to = envelope.To switch
        {
            Destination.Direct direct => direct.Who,
            Destination.GiversChannel channel => channel.For,
            _ => null,
        };
        if (envelope.Replaces is null && to is { } who)
        {
            var person = History.People.First(each => each.Ref == who);
            var giver = history.Community.Givers.FindAsync(who, CancellationToken.None).GetAwaiter().GetResult();
            var isOffer = envelope.Card.Buttons.Any(button => button.Action == ActionIds.AcceptOffer);
            var toGiver = isOffer
                || envelope.Card.Title().EndsWith("says thank you", StringComparison.Ordinal)
                || envelope.Card.Title() is "Your pause is over" or "I will let you be for a while";
            var isGoodNews = envelope.Card.Title().EndsWith("said yes", StringComparison.Ordinal);
            var isOwnHours = toGiver || (giver is not null && envelope.Card.Title() == "No match yet");
            var quiet = isOwnHours ? giver!.Profile.Quiet : isGoodNews ? QuietTimes.Nights : QuietTimes.Default;
            Hold(!IsQuiet(person, quiet), $"G4 {envelope.MessageId} came in quiet hours or on a day off");
            if (isOffer)
            {
                WatchOffer(giver, envelope);
            }
        }

        if (envelope.To is Destination.GiversChannel)
        {
            WatchChannel(envelope);
        }

        return null;
    }

    /// <summary>Checks what is stored, and returns the intros that were.</summary>
    public async Task<IReadOnlyCollection<Intro>> CheckAsync()
    {
        var ids = new Dictionary<IntroId, Intro>();
        foreach (var person in History.People)
        {
            foreach (var intro in await history.Community.IntrosOfAsync(person))
            {
                ids[intro.Id] = intro;
            }
        }

        foreach (var intro in ids.Values)
        {
            await CheckIntroAsync(intro);
        }

        foreach (var person in History.People)
        {
            if (await history.Community.Givers.FindAsync(person.Ref, CancellationToken.None) is { } giver)
            {
                CheckGiver(giver, [.. ids.Values]);
            }
        }

        CheckLog(await history.Community.LogAsync(), ids);
        Hold(
            history.Messenger.Delivered.GroupBy(envelope => envelope.MessageId).All(same => same.Count() == 1),
            "a message was delivered twice");
        return ids.Values;
    }

    /// <summary>In the channel a no, a silence and a release look the same.</summary>
    private void WatchChannel(Envelope envelope) => Hold(
        envelope.Card.Buttons.Length > 0
            ? envelope.Replaces is null
            : envelope.Card.Title() == "This one has moved on" || envelope.Card.Title().EndsWith("said yes", StringComparison.Ordinal),
        $"{envelope.MessageId} tells the channel: {envelope.Card.Title()}");

    private void WatchOffer(Giver? giver, Envelope envelope)
    {
        var slot = giver?.OpenSlot;
        Hold(giver is { OptedIn: true }, $"G1 {envelope.MessageId} to somebody who has not opted in");
        Hold(giver?.PausedUntil is not { } until || until <= Now, $"G3 {envelope.MessageId} to somebody who paused");
        Hold(
            slot is not null && envelope.Card.Buttons.All(button => button.Value.Split('|').Contains(slot.Offer.Value)),
            $"G7 {envelope.MessageId} without its place");
        Hold(slot is null || giver!.Blocks.All(blocked => blocked.Ref != slot.Asker), $"G5 {envelope.MessageId} from somebody blocked");
        Hold(slot?.Asker != giver?.Person.Ref, $"G8 {envelope.MessageId} to its own asker");
    }

    private void CheckGiver(Giver giver, Intro[] intros)
    {
        var name = giver.Person.FirstName;
        var open = intros.Where(intro => intro.Current is { Status: OfferStatus.Open } offer
            && offer.Giver.Ref == giver.Person.Ref).ToArray();
        Hold(
            giver.Slots.Where(slot => slot.Counts && !slot.Welcomed).GroupBy(slot => slot.Asker)
                .All(same => same.Order(BySince).Zip(same.Order(BySince).Skip(1)).All(
                    two => two.Second.TakenAt - two.First.Since >= GiverProtection.SameAskerRest)),
            $"G6 {name} was asked twice by the same person");
        Hold(giver.Unanswered < GiverDecisions.MaxUnanswered || !giver.OptedIn, $"G11 {name} is asked on and on");
        Hold(GiverProtection.OffersThisWeek(giver, Now) <= Math.Max(giver.Profile.WeeklyCap, 1), $"G2 {name} has more offers than the cap");
        Hold(giver.Slots.Count(slot => slot.IsOpen) <= 1 && open.Length <= 1, $"G7 {name} has two open offers");
        Hold(open.Length == 0 || (giver.OptedIn && !GiverProtection.IsPaused(giver, Now)), $"G9 {name} stepped back and has an open offer");
        Hold(
            giver.OpenSlot is null || open.Any(intro => intro.Current!.Id == giver.OpenSlot.Offer),
            $"{name} has a place without an offer");
        Hold(open.All(intro => intro.Current!.Id == giver.OpenSlot?.Offer), $"{name} has an offer without a place");
        Hold(
            giver.PausedUntil is null || giver.Timers.Any(timer => timer.Kind == TimerKind.PauseEnds),
            $"G3 {name} paused without an end");
    }

    private static IComparer<Slot> BySince { get; } = Comparer<Slot>.Create((a, b) => a.Since.CompareTo(b.Since));

    private async Task CheckIntroAsync(Intro intro)
    {
        Hold(intro.Offers.Count(offer => offer.Status == OfferStatus.Accepted) <= 1, $"G10 {intro.Id} is accepted twice");
        Hold(intro.Offers.All(offer => offer.Giver.Ref != intro.Asker.Ref), $"G8 {intro.Id} is offered to its asker");
        Hold(
            intro.Offers.Skip(intro.EarlierOffers).Count(offer => offer.Status != OfferStatus.Skipped) <= SearchDecisions.MaxOffers,
            $"{intro.Id} was offered too often");
        var waiting = await history.Community.Tables.RangeAsync("Core", $"home|r|{intro.Id}", "!m|", "!~", 10, CancellationToken.None);
        Hold(
            waiting.Count > 0 || intro.Stage switch
            {
                IntroStage.Draft => Wakes(intro, TimerKind.DraftLapses),
                IntroStage.Offered => Wakes(intro, TimerKind.OfferExpires),
                IntroStage.Unmatched => Wakes(intro, TimerKind.ChoiceLapses),
                IntroStage.Connected => intro.Outcome is not null
                    || Wakes(intro, TimerKind.HowItWent)
                    || intro.Questions - intro.QuestionsAnswered >= LoopDecisions.MaxQuestions,
                IntroStage.Searching => Wakes(intro, TimerKind.SearchEnds),
                IntroStage.Asked or IntroStage.Accepted => false,
                _ => true,
            },
            $"{intro.Id} stands still at {intro.Stage}");
        Hold(intro.IsOpen || intro.Timers.Length == 0, $"{intro.Id} is over and still wakes");
    }

    private void CheckLog(IReadOnlyList<IReadOnlyDictionary<string, string>> log, Dictionary<IntroId, Intro> intros)
    {
        foreach (var lines in log.Where(row => row.ContainsKey("Intro")).GroupBy(row => new IntroId(row["Intro"])))
        {
            Hold(
                lines.Last()["Stage"] == intros[lines.Key].Stage.ToString(),
                $"{lines.Key} is {intros[lines.Key].Stage} and logged as {lines.Last()["Stage"]}");
            Hold(lines.Count(row => row["Event"] == "Accepted") <= 1, $"G10 {lines.Key} is logged as accepted twice");
        }
    }

    private bool IsQuiet(Person person, QuietTimes quiet)
    {
        var local = TimeZoneInfo.ConvertTime(Now, TimeZones.Find(person.TimeZone)).DateTime;
        return quiet.Contains(TimeOnly.FromDateTime(local)) || quiet.IsDayOff(local.DayOfWeek);
    }

    private static bool Wakes(Intro intro, TimerKind kind) => intro.Timers.Any(timer => timer.Kind == kind);

    private void Hold(bool promise, string otherwise)
    {
        if (!promise)
        {
            lock (broken)
            {
                broken.Add($"{Now:O}: {otherwise}");
            }
        }
    }
}
