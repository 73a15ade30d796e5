using System.Collections.Concurrent;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Slack;

namespace IntroBot.Tests.Fleet;

/// <summary>What people do with a fleet, and what of it was acknowledged.</summary>
internal sealed class FleetLife(SlackFleet fleet)
{
    public const string Yes = "Yes, connect us";
    public const string No = "Not now";

    /// <summary>How long somebody waits for what a living program brings about; what a dead one left comes after a minute.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private const int MostTries = 20;

    private readonly ConcurrentDictionary<string, FakeSlackPerson> lookedAt = new(StringComparer.Ordinal);

    /// <summary>Everybody whose ask is on its way.</summary>
    public ConcurrentBag<FakeSlackPerson> Asked { get; } = [];

    /// <summary>Everybody who took their ask back, or was too late for it.</summary>
    public ConcurrentBag<FakeSlackPerson> TakenBack { get; } = [];

    /// <summary>Who wrote to the bot, as often as they did.</summary>
    public ConcurrentBag<FakeSlackPerson> Wrote { get; } = [];

    /// <summary>Which button of which offer was pressed.</summary>
    public ConcurrentBag<(string Offer, string Button)> Pressed { get; } = [];

    /// <summary>Opts in by <c>/intro give</c>.</summary>
    public async Task GivesAsync(FakeSlackPerson who, string topic)
    {
        await OpensAsync(who, "give");
        await who.TypesIntoAsync(GiverForms.Topics, topic);
        await who.SubmitsAsync((GiverForms.Topics, topic));
        await who.ClosesAllAsync();
    }

    /// <summary>Writes an ask, up to the note and the promises.</summary>
    public async Task WritesAskAsync(FakeSlackPerson who, string topic)
    {
        await OpensAsync(who, "");
        var ask = Asks.Good with { Deadline = null, DeadlineReason = "" };
        var fields = AskTemplate.Fields.Where(field => field.Id != AskTemplate.Topics && field.Read(ask).Length > 0);
        await who.TypesIntoAsync(AskTemplate.Topics, topic);
        who.FillsIn([.. fields.Select(field => (field.Id, field.Read(ask)))]);
        await who.SubmitsAsync((AskTemplate.Topics, topic));
    }

    /// <summary>Sends the ask that is written, anyway where the coach has a thought first.</summary>
    public async Task SendsAskAsync(FakeSlackPerson who)
    {
        for (var tries = 0; tries < 3 && who.Modal is { CallbackId: "ask.review" }; tries++)
            await who.SubmitsAsync((AskTemplate.Promises, "yes"));

        if (who.Modal?.Title != "Your ask is on its way") throw new InvalidOperationException($"{who} reads: {who.Modal}");
        Asked.Add(who);
        await who.ClosesAllAsync();
    }

    /// <summary>Takes their one ask back by <c>/intro withdraw</c>, if it still can be chosen there.</summary>
    public async Task TakesBackAsync(FakeSlackPerson who)
    {
        await who.TypesAsync("/intro", "withdraw");
        if (who.Ephemerals.LastOrDefault(message => message.Buttons.Any(IsWithdraw)) is not { } choice) return;
        if (await TryPressAsync(who, choice.Buttons.FirstOrDefault(IsWithdraw), choice)) TakenBack.Add(who);
    }

    public async Task WritesAsync(FakeSlackPerson who, string words)
    {
        await who.SaysAsync(words);
        Wrote.Add(who);
    }

    public async Task PressesAsync(FakeSlackPerson giver, string button, FakeSlackMessage offer)
    {
        if (await TryPressAsync(giver, button, offer)) Pressed.Add((OfferIn(offer)!, button));
    }

    /// <summary>The offer a giver has not looked at yet, if one comes soon.</summary>
    public async Task<FakeSlackMessage?> OfferAsync(FakeSlackPerson giver)
    {
        await SoonAsync(() => NewOffer(giver) is not null);
        var offer = NewOffer(giver);
        if (offer is not null) lookedAt.TryAdd(OfferIn(offer)!, giver);
        return offer;
    }

    /// <summary>The id of the offer that a message is the card of.</summary>
    public static string? OfferIn(FakeSlackMessage message) => KeyOf(message).Split(".offer.") is [_, var offer] ? offer : null;

    /// <summary>The marker of a message; empty where it has none.</summary>
    public static string KeyOf(FakeSlackMessage message) => message.Metadata.At("event_payload").Text("key");

    /// <summary>Returns when something holds, or when a moment is over.</summary>
    private async Task SoonAsync(Func<bool> holds)
    {
        try
        {
            await fleet.Slack.UntilAsync(holds).WaitAsync(Moment);
        }
        catch (TimeoutException)
        {
            // It may come later, or never.
        }
    }

    /// <summary>A modal that does not come, since its program died or took longer than Slack waits, is asked for once more.</summary>
    private async Task OpensAsync(FakeSlackPerson who, string command)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            await who.TypesAsync("/intro", command);
            await SoonAsync(() => who.Modal is not null);
            if (who.Modal is not null) return;
        }

        throw new InvalidOperationException($"No modal opened for {who}.");
    }

    private FakeSlackMessage? NewOffer(FakeSlackPerson giver) => giver.Chat.Messages.LastOrDefault(
        message => message.Buttons.Contains(Yes) && !lookedAt.ContainsKey(OfferIn(message)!));

    /// <summary>False where a card has changed before the finger is there.</summary>
    private static async Task<bool> TryPressAsync(FakeSlackPerson who, string? button, FakeSlackMessage message)
    {
        if (button is null) return false;
        try
        {
            await who.PressesAsync(button, message);
            return true;
        }
        catch (FakeSlackComplaint complaint) when (complaint.Message.StartsWith("There is no button", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static bool IsWithdraw(string label) => label.StartsWith("Withdraw: ", StringComparison.Ordinal);
}
