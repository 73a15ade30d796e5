using System.Collections.Concurrent;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Fleet;

/// <summary>What the people of one platform do with a fleet, by their names, and what of it was acknowledged.</summary>
internal abstract class FleetUsers
{
    public const string Yes = "Yes, connect us";
    public const string No = "Not now";

    /// <summary>How often somebody tries again what a dying program left unanswered.</summary>
    public const int MaxTries = 20;

    protected const string Question = "Could you help ";

    /// <summary>How long somebody waits for what a living program brings about; what a dead one left comes after a minute.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, string> lookedAt = new(StringComparer.Ordinal);

    /// <summary>Everybody who has opted in.</summary>
    public ConcurrentBag<(string Who, string Topic)> Given { get; } = [];

    /// <summary>Everybody whose ask is on its way.</summary>
    public ConcurrentBag<string> Asked { get; } = [];

    /// <summary>Everybody who took their ask back, or was too late for it.</summary>
    public ConcurrentBag<string> TakenBack { get; } = [];

    /// <summary>Who wrote to the bot, as often as they did.</summary>
    public ConcurrentBag<string> Wrote { get; } = [];

    /// <summary>Which button of which offer was pressed.</summary>
    public ConcurrentBag<(string Offer, string Button)> Pressed { get; } = [];

    public abstract bool IsAt(WorkspaceId workspace);

    /// <summary>Somebody new.</summary>
    public abstract Task HireAsync(string name);

    /// <summary>Opts in, from the word <c>give</c> on.</summary>
    public abstract Task GivesAsync(string who, string topic);

    /// <summary>Writes an ask, up to the note and the promises.</summary>
    public abstract Task WritesAskAsync(string who, string topic);

    /// <summary>Sends the ask that is written, anyway where the coach has a thought first.</summary>
    public abstract Task SendsAskAsync(string who);

    /// <summary>Takes their one ask back by the word <c>withdraw</c>, if it still can be chosen there.</summary>
    public abstract Task TakesBackAsync(string who);

    public abstract Task WritesAsync(string who, string words);

    /// <summary>Presses a button of an offer, if it is still there when the finger is.</summary>
    public abstract Task PressesAsync(string giver, string button, string offer);

    /// <summary>Offers whose cards a giver can press, by their first words.</summary>
    public abstract IEnumerable<(string Offer, string Words)> Answerable(string giver);

    public abstract FleetConsistency Witness(StoreContents stored);

    /// <summary>The offer a giver has not looked at yet, and whom it is for, if one comes soon.</summary>
    public async Task<(string Offer, string Asker)?> OfferAsync(string giver)
    {
        await SoonAsync(() => New(giver).Any());
        foreach (var (offer, words) in New(giver).TakeLast(1))
        {
            lookedAt.TryAdd(offer, giver);
            return (offer, words[Question.Length..words.IndexOf('?', StringComparison.Ordinal)]);
        }

        return null;
    }

    /// <summary>Waits for what the platform's double sees of the programs.</summary>
    protected abstract Task UntilAsync(Func<bool> holds);

    /// <summary>Returns when something holds, or when a moment is over.</summary>
    protected async Task SoonAsync(Func<bool> holds)
    {
        try
        {
            await UntilAsync(holds).WaitAsync(Moment);
        }
        catch (TimeoutException)
        {
            // It may come later, or never.
        }
    }

    protected static bool IsWithdraw(string label) => label == "Take it back" || label.StartsWith("Withdraw: ", StringComparison.Ordinal);

    private IEnumerable<(string Offer, string Words)> New(string giver) =>
        Answerable(giver).Where(each => !lookedAt.ContainsKey(each.Offer));
}
