using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Fleet;

/// <summary>Holds what people of Slack saw and did against what is stored.</summary>
internal sealed class SlackConsistency(RunningFleet fleet, SlackUsers users, StoreContents stored) : FleetConsistency(users, stored)
{
    /// <summary>
    /// Words of the story arrive once. In a conversation of several, whose history is not ours to read, each program that died
    /// may have left one that is said again.
    /// </summary>
    public override void NothingIsSaidTwice()
    {
        var said = Heard
            .Select(heard => (heard.Channel.Kind, Key: SlackUsers.KeyOf(heard.Message)))
            .Where(heard => IsOfStory(heard.Key))
            .CountBy(message => message)
            .ToArray();
        Assert.DoesNotContain(said, message => message.Key.Kind == FakeSlackChannelKind.Direct && message.Value > 1);
        Assert.InRange(said.Sum(message => message.Value - 1), 0, fleet.Kills);
    }

    /// <summary>One that came twice, or was left half said, may stand there again.</summary>
    protected override void IsAnswered(string who, string beginning, int times) => Assert.Equal(times, users.Find(who).Chat.Messages
        .Where(message => !IsOfStory(SlackUsers.KeyOf(message)) && message.Text.StartsWith(beginning, StringComparison.Ordinal))
        .Select(SlackUsers.KeyOf)
        .Distinct()
        .Count());

    protected override void CardIsRight(Intro intro, Offer offer)
    {
        var cards = users.Find(offer.Giver.Name).Chat.Messages.Where(message => SlackUsers.OfferIn(message) == offer.Id.Value).ToArray();
        if (offer.DeliveredAt is not null) Assert.Single(cards);
        Assert.All(cards, card =>
        {
            Assert.StartsWith(TitleOf(intro, offer), card.Text, StringComparison.Ordinal);
            Assert.Equal(offer.Status == OfferStatus.Open, card.Buttons.Any());
        });
    }

    protected override void MetIfAccepted(Intro intro)
    {
        var met = HeardOf(intro, "connection").Select(heard => heard.Channel).Distinct();
        var told = HeardOf(intro, "said-yes").ToArray();
        if (intro.Accepted is not { } yes)
        {
            Assert.Empty(met);
            Assert.Empty(told);
            return;
        }

        var (asker, giver) = (users.Find(intro.Asker.Name), users.Find(yes.Giver.Name));
        Assert.Same(fleet.Workspace.Conversation([asker, giver]), Assert.Single(met));
        Assert.Same(asker.Chat, Assert.Single(told).Channel);
        Assert.StartsWith($"{giver.RealName} said yes", told[0].Message.Text, StringComparison.Ordinal);
    }

    /// <summary>Where a card changes by the address that came with a press, what it was before is not known any more.</summary>
    protected override IEnumerable<string> Read(string who) =>
        users.Find(who) is var person ? person.Ephemerals.Concat(person.Chat.Messages).Select(message => message.Text.Split('\n')[0]) : [];

    /// <summary>What was said of an intro under a name, and where.</summary>
    private IEnumerable<(FakeSlackChannel Channel, FakeSlackMessage Message)> HeardOf(Intro intro, string name) =>
        Heard.Where(heard => SlackUsers.KeyOf(heard.Message).EndsWith($".{intro.Id}.{name}", StringComparison.Ordinal));

    private IEnumerable<(FakeSlackChannel Channel, FakeSlackMessage Message)> Heard =>
        fleet.Workspace.Channels.SelectMany(channel => channel.Messages, (channel, message) => (channel, message));

    private static bool IsOfStory(string key) => key.StartsWith("slack.", StringComparison.Ordinal);
}
