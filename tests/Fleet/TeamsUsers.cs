using System.Collections.Concurrent;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Teams;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Fleet;

/// <summary>What people do in Teams, every other one of them by dialogs.</summary>
internal sealed class TeamsUsers(RunningFleet fleet) : FleetUsers
{
    /// <summary>What somebody was shown or told in answer to a press, by its first words.</summary>
    public ConcurrentBag<(string Who, string Words)> Told { get; } = [];

    public override bool IsAt(WorkspaceId workspace) => TeamsIds.IsTeams(workspace);

    public override Task HireAsync(string name) =>
        fleet.Tenant.AddPerson(name, person => person.TimeZone = NoonTimeZone.Id).InstallsAsync();

    public override async Task GivesAsync(string who, string topic)
    {
        var form = await FormAsync(Find(who), "give", GiverForms.Kinds);
        await PressesAsync(who, form, form.Buttons.First(), (GiverForms.Topics, topic));
        Given.Add((who, topic));
    }

    public override async Task WritesAskAsync(string who, string topic)
    {
        var asker = Find(who);
        var ask = Asks.Good with { Topics = [topic], Deadline = null, DeadlineReason = "" };
        var entries = AskTemplate.Fields.Where(field => field.Read(ask).Length > 0).Select(field => (field.Id, field.Read(ask))).ToArray();
        if (UsesDialogs(who))
        {
            await TeamsAskDialog.ReachesNoteAsync(asker, entries);
            return;
        }

        // The note takes the place of the fields for whoever pressed; if the answer was lost, they press again.
        var form = await FormAsync(asker, "intro", AskTemplate.WhyThem);
        for (var tries = 0; tries < MaxTries && !HasInput(asker.Shown, AskTemplate.Promises); tries++)
            await PressesAsync(who, form, TeamsAskDialog.Next, entries);
    }

    public override async Task SendsAskAsync(string who)
    {
        var asker = Find(who);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (UsesDialogs(who) ? await TeamsAskDialog.SendsAsync(asker) : await SendsShownAsync(asker))
            {
                Asked.Add(who);
                asker.Dialog = null;
                return;
            }
        }

        throw new InvalidOperationException($"{who} reads: {asker.Dialog} {asker.Shown}");
    }

    public override async Task TakesBackAsync(string who)
    {
        var asker = Find(who);
        await asker.SaysAsync("withdraw");
        await SoonAsync(() => Choice() is not null);
        if (Choice() is { } choice && await PressesAsync(who, choice, choice.Buttons.FirstOrDefault(IsWithdraw))) TakenBack.Add(who);

        FakeTeamsMessage? Choice() => asker.Chat.Messages.LastOrDefault(message => message.Buttons.Any(IsWithdraw));
    }

    public override async Task WritesAsync(string who, string words)
    {
        await Find(who).SaysAsync(words);
        Wrote.Add(who);
    }

    public override async Task PressesAsync(string giver, string button, string offer)
    {
        if (CardsOf(giver, offer).LastOrDefault(card => card.Buttons.Contains(button)) is { } card
            && await PressesAsync(giver, card, button))
        {
            Pressed.Add((offer, button));
        }
    }

    public override IEnumerable<(string Offer, string Words)> Answerable(string giver) => OfferCards(giver)
        .Where(message => message.Buttons.Contains(Yes))
        .Select(message => (OfferIn(message.FirstCard), TitleOf(message.FirstCard)));

    public override FleetConsistency Witness(StoreContents stored) => new TeamsConsistency(fleet, this, stored);

    public FakeTeamsPerson Find(string name) => fleet.Tenant.People.Single(person => person.Name == name);

    /// <summary>The messages that began as the card of an offer: one, unless a program died over it.</summary>
    public IEnumerable<FakeTeamsMessage> CardsOf(string giver, string offer) =>
        OfferCards(giver).Where(message => OfferIn(message.FirstCard) == offer);

    public static string TitleOf(JsonNode? card) => FakeTeamsCards.Words(card).Split('\n')[0];

    /// <summary>The offers that can be answered on a card, by their ids.</summary>
    public static IEnumerable<string> OffersOn(JsonNode card) => FakeTeamsCards.Actions(card)
        .Where(action => action.Text("title") == Yes)
        .Select(action => action.At("data").At(CarriedData.Field).Text("value").Split('|')[1]);

    protected override Task UntilAsync(Func<bool> holds) => fleet.Teams.UntilAsync(holds);

    private static bool UsesDialogs(string who) => who[0] % 2 == 0;

    private IEnumerable<FakeTeamsMessage> OfferCards(string giver) =>
        Find(giver).Chat.Messages.Where(message => TitleOf(message.FirstCard).StartsWith(Question, StringComparison.Ordinal));

    private static string OfferIn(JsonNode card) => OffersOn(card).Single();

    private static bool HasInput(JsonNode? card, string input) => FakeTeamsCards.Inputs(card).Any(each => each.Text("id") == input);

    /// <summary>A form in the chat that has this input; one that does not come, since its program died, is asked for once more.</summary>
    private async Task<FakeTeamsMessage> FormAsync(FakeTeamsPerson who, string word, string input)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            await who.SaysAsync(word);
            await SoonAsync(() => Form() is not null);
            if (Form() is { } form) return form;
        }

        throw new InvalidOperationException($"No form came for {who}.");

        FakeTeamsMessage? Form() => who.Chat.Messages.LastOrDefault(message => HasInput(message.Card, input));
    }

    private static async Task<bool> SendsShownAsync(FakeTeamsPerson asker)
    {
        await asker.PressesShownAsync(TeamsAskDialog.FirstOf(asker.Shown), (AskTemplate.Promises, FormAnswers.Ticked));
        return TitleOf(asker.Shown) == TeamsAskDialog.OnItsWay;
    }

    /// <summary>False where a card has changed before the finger is there.</summary>
    private async Task<bool> PressesAsync(string who, FakeTeamsMessage message, string? button, params (string, string)[] entries)
    {
        if (button is null) return false;
        try
        {
            var answer = (await Find(who).PressesOnAsync(message, message.Card, button, entries)).Json;
            Told.Add((who, answer.At("value") is JsonObject card ? TitleOf(card) : answer.Text("value")));
            return true;
        }
        catch (FakeTeamsUserErrorException complaint) when (complaint.Message.StartsWith("There is no button", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
