using System.Diagnostics;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Fleet;

/// <summary>Holds what people of one platform saw and did against what is stored.</summary>
internal abstract class FleetConsistency(FleetUsers users, StoreContents stored)
{
    private const string Help = "I bring people together, gently";
    private const string TooLate = "This one has moved on";
    private const string SaidYes = "You said yes to ";
    private const string SaidNo = "Not this time, and that is fine";
    private const string NoLongerNeeded = " no longer needs this";

    /// <summary>Whatever was acknowledged is there, and became what somebody did.</summary>
    public void NothingIsLost()
    {
        Assert.Equal(users.Asked.Order(), Intros.Where(intro => intro.AskedAt is not null).Select(intro => intro.Asker.Name).Order());
        Assert.All(users.Given, given => Assert.Contains(
            given.Topic, Givers.Single(giver => giver.Person.Name == given.Who && giver.OptedIn).Profile.Topics));
        Assert.All(users.Pressed, press => Assert.Contains(OfferOf(press.Offer).Status, EndsOf(press.Offer)));
        Assert.All(users.TakenBack, asker => Assert.True(
            IntroOf(asker) is { Stage: IntroStage.Withdrawn } or { Accepted: not null },
            $"The ask of {asker} is neither taken back nor answered."));
        Assert.All(users.Wrote.CountBy(who => who), wrote => IsAnswered(wrote.Key, Help, wrote.Value));
    }

    /// <summary>Cards are as their offers are, and whoever came too late was told so, once for each press; never who won.</summary>
    public void EverybodyReadsWhatIsStored()
    {
        foreach (var intro in Intros.Where(intro => intro.AskedAt is not null))
        {
            foreach (var offer in intro.Offers.Where(offer => offer.Status != OfferStatus.Skipped)) CardIsRight(intro, offer);
            MetIfAccepted(intro);
            TakenBackIfWithdrawn(intro);
        }

        foreach (var giver in Givers.Select(giver => giver.Person.Name))
        {
            IsAnswered(giver, TooLate, PressedTooLate(giver));
            Assert.All(Read(giver), line => Assert.True(IsSo(giver, line), $"{giver} read: {line}"));
        }
    }

    /// <summary>Words arrive once, where no program died over them.</summary>
    public abstract void NothingIsSaidTwice();

    protected IEnumerable<Intro> Intros => stored.Intros.Where(intro => users.IsAt(intro.Asker.Ref.Workspace));

    protected IEnumerable<Giver> Givers => stored.Givers.Where(giver => users.IsAt(giver.Person.Ref.Workspace));

    /// <summary>Somebody got this many answers that begin so.</summary>
    protected abstract void IsAnswered(string who, string beginning, int times);

    protected abstract void CardIsRight(Intro intro, Offer offer);

    /// <summary>The one who said yes is the one who is introduced, and nobody else.</summary>
    protected abstract void MetIfAccepted(Intro intro);

    /// <summary>The first lines of whatever somebody read, as far as it is known.</summary>
    protected abstract IEnumerable<string> Read(string who);

    protected static string TitleOf(Intro intro, Offer offer) => offer.Status switch
    {
        OfferStatus.Open => $"Could you help {intro.Asker.Name}?",
        OfferStatus.Accepted => $"{SaidYes}{intro.Asker.Name}",
        OfferStatus.Declined => SaidNo,
        OfferStatus.Released => $"{intro.Asker.FirstName}{NoLongerNeeded}",
        _ => throw new UnreachableException($"{offer}"),
    };

    /// <summary>A program that dies may take a word along; a wrong one is never said.</summary>
    private void TakenBackIfWithdrawn(Intro intro)
    {
        var wrong = intro.Stage == IntroStage.Withdrawn ? "Somebody said yes already" : "Your ask is withdrawn";
        Assert.DoesNotContain(Read(intro.Asker.Name), line => line.StartsWith(wrong, StringComparison.Ordinal));
    }

    /// <summary>What a giver reads of an offer that is over is how it ended.</summary>
    private bool IsSo(string giver, string line) => !IsOfAnEnd(line) || Intros.Any(intro => intro.Offers.Any(
        offer => offer.Giver.Name == giver
            && offer.Status != OfferStatus.Skipped
            && line.StartsWith(TitleOf(intro, offer), StringComparison.Ordinal)));

    private static bool IsOfAnEnd(string line) => line.StartsWith(SaidYes, StringComparison.Ordinal)
        || line.StartsWith(SaidNo, StringComparison.Ordinal)
        || line.Contains(NoLongerNeeded, StringComparison.Ordinal);

    private int PressedTooLate(string giver) => users.Pressed.Count(
        press => OfferOf(press.Offer) is var offer && offer.Giver.Name == giver && offer.Status != EndOf(press.Button));

    /// <summary>How an offer may have ended, by what was done with it.</summary>
    private IEnumerable<OfferStatus> EndsOf(string offer) =>
    [
        .. users.Pressed.Where(press => press.Offer == offer).Select(press => EndOf(press.Button)),
        .. users.TakenBack.Where(asker => IntroOf(asker).Find(new(offer)) is not null).Select(_ => OfferStatus.Released),
    ];

    private static OfferStatus EndOf(string button) => button == FleetUsers.Yes ? OfferStatus.Accepted : OfferStatus.Declined;

    private Offer OfferOf(string id) => Intros.Select(intro => intro.Find(new(id))).OfType<Offer>().Single();

    private Intro IntroOf(string asker) => Intros.Single(intro => intro.Asker.Name == asker && intro.AskedAt is not null);
}
