using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Teams.Double;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Tests.Fleet;

/// <summary>
/// Holds what people of Teams saw and did against what is stored. Teams lets nobody look whether a message arrived: what a
/// program said and died over, before it had written down that it did, another says again. So whatever stands there twice was
/// said by a living program once at most, and the others by dead ones; and a card that a dead one said last stays as it was.
/// </summary>
internal sealed class TeamsConsistency(RunningFleet fleet, TeamsUsers users, StoreContents stored) : FleetConsistency(users, stored)
{
    private const string Introduced = " said yes";
    private const string Announced = " will write to you";
    private const string Home = "Ask for an introduction";
    private const string NoMatch = "No match yet";

    public override void NothingIsSaidTwice()
    {
        foreach (var person in fleet.Tenant.People)
        {
            var said = person.Chat.Messages.GroupBy(message => TeamsUsers.TitleOf(message.FirstCard)).Where(each => IsOfStory(each.Key));
            Assert.All(said, each => IsSaidOnce(each));
            Assert.NotEmpty(HomesOf(person));
            IsSaidOnce(HomesOf(person));
        }
    }

    /// <summary>The homes of everybody who was welcomed; one, unless a program died over it.</summary>
    public static IEnumerable<FakeTeamsMessage> HomesOf(FakeTeamsPerson person) =>
        person.Chat.Messages.Where(message => TeamsUsers.TitleOf(message.FirstCard).StartsWith(Home, StringComparison.Ordinal)
            && FakeTeamsCards.Actions(message.FirstCard).Any(action => action.Text("title") == "Write an ask"));

    protected override void IsAnswered(string who, string beginning, int times)
    {
        var answers = users.Find(who).Chat.Messages.Where(message => Begins(message, beginning)).ToArray();
        Assert.InRange(times, answers.Count(IsOfTheLiving), answers.Length);
    }

    protected override void CardIsRight(Intro intro, Offer offer)
    {
        var cards = users.CardsOf(offer.Giver.Name, offer.Id.Value).ToArray();
        if (offer.DeliveredAt is not null) Assert.NotEmpty(cards);
        Assert.All(cards.Where(IsOfTheLiving), card => Assert.True(IsRight(card), $"{offer.Giver} reads {card} of {offer}"));
        Assert.All(cards, card => Assert.True(IsRight(card) || card.Card == card.FirstCard, $"{offer.Giver} reads {card} of {offer}"));

        bool IsRight(FakeTeamsMessage card) =>
            TeamsUsers.TitleOf(card.Card).StartsWith(TitleOf(intro, offer), StringComparison.Ordinal)
            && card.Buttons.Any() == (offer.Status == OfferStatus.Open);
    }

    protected override void MetIfAccepted(Intro intro)
    {
        var asker = users.Find(intro.Asker.Name);
        var met = asker.Chat.Messages.Where(message => Ends(message, Introduced)).ToArray();
        var announced = Said.Where(message => Begins(message, $"{asker.Name}{Announced}")).ToArray();
        if (intro.Accepted is not { } yes)
        {
            Assert.Empty(met);
            Assert.Empty(announced);
            return;
        }

        var giver = users.Find(yes.Giver.Name);
        LeadsTo(giver, met, asker.Chat, $"{giver.Name}{Introduced}");
        LeadsTo(asker, announced, giver.Chat, $"{asker.Name}{Announced}");
    }

    /// <summary>Whatever was ever said or shown in their chat, whether it stands there still or not.</summary>
    protected override IEnumerable<string> Read(string who)
    {
        var person = users.Find(who);
        var chat = $"/{Uri.EscapeDataString(person.Chat.Id)}/";
        var shown = fleet.Teams.Calls.Where(call => call.Body is not null && call.Path.Contains(chat, StringComparison.Ordinal));
        return [
            .. shown.SelectMany(call => call.Body.Objects("attachments")).Select(card => TeamsUsers.TitleOf(card.At("content"))),
            .. users.Told.Where(told => told.Who == who).Select(told => told.Words),
        ];
    }

    private IEnumerable<FakeTeamsMessage> Said => fleet.Tenant.People.SelectMany(person => person.Chat.Messages);

    private bool IsOfTheLiving(FakeTeamsMessage message) => !fleet.IsOfTheDead(message);

    private void IsSaidOnce(IEnumerable<FakeTeamsMessage> said) =>
        Assert.True(said.Count(IsOfTheLiving) <= 1, $"Living programs said more than once: {string.Join('\n', said)}");

    private static bool IsOfStory(string title) => title.StartsWith(NoMatch, StringComparison.Ordinal)
        || title.StartsWith("Could you help ", StringComparison.Ordinal)
        || title.EndsWith(Introduced, StringComparison.Ordinal)
        || title.EndsWith(Announced, StringComparison.Ordinal);

    private static bool Begins(FakeTeamsMessage message, string beginning) =>
        TeamsUsers.TitleOf(message.FirstCard).StartsWith(beginning, StringComparison.Ordinal);

    private static bool Ends(FakeTeamsMessage message, string end) =>
        TeamsUsers.TitleOf(message.FirstCard).EndsWith(end, StringComparison.Ordinal);

    /// <summary>Each card stands there, under these words, with a link that opens the chat with this person and nobody else.</summary>
    private static void LeadsTo(FakeTeamsPerson person, FakeTeamsMessage[] cards, FakeTeamsConversation place, string words)
    {
        Assert.NotEmpty(cards);
        Assert.All(cards, card =>
        {
            Assert.Same(place, card.Conversation);
            Assert.Equal(words, TeamsUsers.TitleOf(card.Card));
            var link = new Uri(Assert.Single(FakeTeamsCards.Links(card.Card)));
            Assert.Equal(person.SignInName, QueryHelpers.ParseQuery(link.Query)["users"]);
        });
    }
}
