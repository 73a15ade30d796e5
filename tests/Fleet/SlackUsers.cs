using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Slack;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Fleet;

/// <summary>What people do in Slack.</summary>
internal sealed class SlackUsers(RunningFleet fleet) : FleetUsers
{
    public override bool IsAt(WorkspaceId workspace) => SlackIds.IsSlack(workspace);

    public override Task HireAsync(string name)
    {
        fleet.Workspace.AddPerson(name, person => person.TimeZone = NoonTimeZone.Id);
        return Task.CompletedTask;
    }

    public override async Task GivesAsync(string who, string topic)
    {
        var giver = await OpensAsync(who, "give");
        await giver.TypesIntoAsync(GiverForms.Topics, topic);
        await giver.SubmitsAsync((GiverForms.Topics, topic));
        Given.Add((who, topic));
        await giver.ClosesAllAsync();
    }

    public override async Task WritesAskAsync(string who, string topic)
    {
        var asker = await OpensAsync(who, "");
        var ask = Asks.Good with { Deadline = null, DeadlineReason = "" };
        var fields = AskTemplate.Fields.Where(field => field.Id != AskTemplate.Topics && field.Read(ask).Length > 0);
        await asker.TypesIntoAsync(AskTemplate.Topics, topic);
        asker.FillsIn([.. fields.Select(field => (field.Id, field.Read(ask)))]);
        await asker.SubmitsAsync((AskTemplate.Topics, topic));
    }

    public override async Task SendsAskAsync(string who)
    {
        var asker = Find(who);
        for (var tries = 0; tries < 3 && asker.Modal is { CallbackId: "ask.review" }; tries++)
            await asker.SubmitsAsync((AskTemplate.Promises, "yes"));

        if (asker.Modal?.Title != "Your ask is on its way") throw new InvalidOperationException($"{who} reads: {asker.Modal}");
        Asked.Add(who);
        await asker.ClosesAllAsync();
    }

    public override async Task TakesBackAsync(string who)
    {
        var asker = Find(who);
        await asker.TypesAsync("/intro", "withdraw");
        if (asker.Ephemerals.LastOrDefault(message => message.Buttons.Any(IsWithdraw)) is not { } choice) return;
        if (await TryPressAsync(asker, choice.Buttons.FirstOrDefault(IsWithdraw), choice)) TakenBack.Add(who);
    }

    public override async Task WritesAsync(string who, string words)
    {
        await Find(who).SaysAsync(words);
        Wrote.Add(who);
    }

    public override async Task PressesAsync(string giver, string button, string offer)
    {
        var card = Find(giver).Chat.Messages.First(message => OfferIn(message) == offer);
        if (await TryPressAsync(Find(giver), button, card)) Pressed.Add((offer, button));
    }

    public override IEnumerable<(string Offer, string Words)> Answerable(string giver) => Find(giver).Chat.Messages
        .Where(message => message.Buttons.Contains(Yes))
        .Select(message => (OfferIn(message)!, message.Text));

    public override FleetConsistency Witness(StoreContents stored) => new SlackConsistency(fleet, this, stored);

    public FakeSlackPerson Find(string name) => fleet.Workspace.People.Single(person => person.RealName == name);

    /// <summary>The id of the offer that a message is the card of.</summary>
    public static string? OfferIn(FakeSlackMessage message) => KeyOf(message).Split(".offer.") is [_, var offer] ? offer : null;

    /// <summary>The marker of a message; empty where it has none.</summary>
    public static string KeyOf(FakeSlackMessage message) => message.Metadata.At("event_payload").Text("key");

    protected override Task UntilAsync(Func<bool> holds) => fleet.Slack.UntilAsync(holds);

    /// <summary>A modal that does not come, since its program died or took longer than Slack waits, is asked for once more.</summary>
    private async Task<FakeSlackPerson> OpensAsync(string name, string command)
    {
        var who = Find(name);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            await who.TypesAsync("/intro", command);
            await SoonAsync(() => who.Modal is not null);
            if (who.Modal is not null) return who;
        }

        throw new InvalidOperationException($"No modal opened for {who}.");
    }

    /// <summary>False where a card has changed before the finger is there.</summary>
    private static async Task<bool> TryPressAsync(FakeSlackPerson who, string? button, FakeSlackMessage message)
    {
        if (button is null) return false;
        try
        {
            await who.PressesAsync(button, message);
            return true;
        }
        catch (FakeSlackUserErrorException complaint) when (complaint.Message.StartsWith("There is no button", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
