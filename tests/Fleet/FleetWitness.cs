using System.Diagnostics;
using IntroBot.Intros;
using IntroBot.Tests.Slack;
using IntroBot.Tests.Storage;

namespace IntroBot.Tests.Fleet;

/// <summary>Holds what people saw and did against what is stored.</summary>
internal sealed class FleetWitness(SlackFleet fleet, FleetLife life, StoredWhole stored)
{
    private const string TooLate = "This one has moved on";
    private const string TooLateToTakeBack = "Somebody said yes already";
    private const string Help = "I bring people together, gently";
    private const string TakenBack = "Your ask is withdrawn";

    /// <summary>Whatever was acknowledged is there, and became what somebody did.</summary>
    public void NothingIsLost()
    {
        var asked = stored.Intros.Where(intro => intro.AskedAt is not null);
        Assert.Equal(life.Asked.Select(asker => asker.Id).Order(), asked.Select(intro => intro.Asker.Ref.Id).Order());
        Assert.All(life.Pressed, press => Assert.Contains(OfferOf(press.Offer).Status, EndsOf(press.Offer)));
        Assert.All(life.TakenBack, asker => Assert.True(
            IntroOf(asker) is { Stage: IntroStage.Withdrawn } or { Accepted: not null }, $"The ask of {asker} is neither taken back nor answered."));
        Assert.All(life.Wrote.CountBy(who => who), wrote => Assert.Equal(wrote.Value, AnswersTo(wrote.Key, Help)));
    }

    /// <summary>Cards are as their offers are, and whoever came too late was told so, once for each press; never who won.</summary>
    public void EverybodyReadsWhatIsStored()
    {
        foreach (var intro in stored.Intros)
        {
            foreach (var offer in intro.Offers.Where(offer => offer.Status != OfferStatus.Skipped)) CardIsRight(intro, offer);
            MetIfAccepted(intro);
            TakenBackIfWithdrawn(intro);
        }

        var givers = stored.Givers.Select(giver => Find(giver.Person.Ref.Id));
        Assert.All(givers, giver => Assert.Equal(PressedTooLate(giver), AnswersTo(giver, TooLate)));
    }

    /// <summary>
    /// Words of the story arrive once. In a conversation of several, whose history is not ours to read, each program that died
    /// may have left one that is said again.
    /// </summary>
    public void NothingIsSaidTwice()
    {
        var said = Heard
            .Select(heard => (heard.Channel.Kind, Key: FleetLife.KeyOf(heard.Message)))
            .Where(heard => IsOfStory(heard.Key))
            .CountBy(message => message)
            .ToArray();
        Assert.DoesNotContain(said, message => message.Key.Kind == FakeSlackChannelKind.Direct && message.Value > 1);
        Assert.InRange(said.Sum(message => message.Value - 1), 0, fleet.Kills);
    }

    private void CardIsRight(Intro intro, Offer offer)
    {
        var cards = Find(offer.Giver.Ref.Id).Chat.Messages.Where(message => FleetLife.OfferIn(message) == offer.Id.Value).ToArray();
        if (offer.DeliveredAt is not null) Assert.Single(cards);
        Assert.All(cards, card =>
        {
            Assert.StartsWith(TitleOf(intro, offer), card.Text, StringComparison.Ordinal);
            Assert.Equal(offer.Status == OfferStatus.Open, card.Buttons.Any());
        });
    }

    /// <summary>The one who said yes is the one who is introduced, and nobody else.</summary>
    private void MetIfAccepted(Intro intro)
    {
        var met = HeardOf(intro, "connection").Select(heard => heard.Channel).Distinct();
        var told = HeardOf(intro, "said-yes").ToArray();
        if (intro.Accepted is not { } yes)
        {
            Assert.Empty(met);
            Assert.Empty(told);
            return;
        }

        var (asker, giver) = (Find(intro.Asker.Ref.Id), Find(yes.Giver.Ref.Id));
        Assert.Same(fleet.Acme.Conversation([asker, giver]), Assert.Single(met));
        Assert.Same(asker.Chat, Assert.Single(told).Channel);
        Assert.StartsWith($"{giver.RealName} said yes", told[0].Message.Text, StringComparison.Ordinal);
    }

    /// <summary>
    /// Where a card changes by the address that came with a press, a program that dies takes the word along; a wrong one is never
    /// said.
    /// </summary>
    private void TakenBackIfWithdrawn(Intro intro)
    {
        var asker = Find(intro.Asker.Ref.Id);
        var read = asker.Ephemerals.Concat(asker.Chat.Messages).Select(message => message.Text.Split('\n')[0]).ToArray();
        if (intro.Stage == IntroStage.Withdrawn) Assert.DoesNotContain(TooLateToTakeBack, read);
        else Assert.DoesNotContain(TakenBack, read);
    }

    /// <summary>What was said of an intro under a name, and where.</summary>
    private IEnumerable<(FakeSlackChannel Channel, FakeSlackMessage Message)> HeardOf(Intro intro, string name) =>
        Heard.Where(heard => FleetLife.KeyOf(heard.Message).EndsWith($".{intro.Id}.{name}", StringComparison.Ordinal));

    private IEnumerable<(FakeSlackChannel Channel, FakeSlackMessage Message)> Heard =>
        fleet.Acme.Channels.SelectMany(channel => channel.Messages, (channel, message) => (channel, message));

    private int PressedTooLate(FakeSlackPerson giver) => life.Pressed.Count(
        press => OfferOf(press.Offer) is var offer && offer.Giver.Ref.Id == giver.Id && offer.Status != EndOf(press.Button));

    /// <summary>How many answers that begin so a person got; one that came twice, or was left half said, may stand there again.</summary>
    private static int AnswersTo(FakeSlackPerson who, string beginning) => who.Chat.Messages
        .Where(message => !IsOfStory(FleetLife.KeyOf(message)) && message.Text.StartsWith(beginning, StringComparison.Ordinal))
        .Select(FleetLife.KeyOf)
        .Distinct()
        .Count();

    private static string TitleOf(Intro intro, Offer offer) => offer.Status switch
    {
        OfferStatus.Open => $"Could you help {intro.Asker.Name}?",
        OfferStatus.Accepted => $"You said yes to {intro.Asker.Name}",
        OfferStatus.Declined => "Not this time, and that is fine",
        OfferStatus.Released => $"{intro.Asker.FirstName} no longer needs this",
        _ => throw new UnreachableException($"{offer}"),
    };

    /// <summary>How an offer may have ended, by what was done with it.</summary>
    private IEnumerable<OfferStatus> EndsOf(string offer) =>
    [
        .. life.Pressed.Where(press => press.Offer == offer).Select(press => EndOf(press.Button)),
        .. life.TakenBack.Where(asker => IntroOf(asker).Find(new(offer)) is not null).Select(_ => OfferStatus.Released),
    ];

    private static OfferStatus EndOf(string button) => button == FleetLife.Yes ? OfferStatus.Accepted : OfferStatus.Declined;

    private static bool IsOfStory(string key) => key.StartsWith("slack.", StringComparison.Ordinal);

    private Offer OfferOf(string id) => stored.Intros.Select(intro => intro.Find(new(id))).OfType<Offer>().Single();

    private Intro IntroOf(FakeSlackPerson asker) =>
        stored.Intros.Single(intro => intro.Asker.Ref.Id == asker.Id && intro.AskedAt is not null);

    private FakeSlackPerson Find(string id) => fleet.Acme.People.Single(person => person.Id == id);
}
