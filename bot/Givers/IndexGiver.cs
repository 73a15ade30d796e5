using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>Brings the index in line with what a giver offers; safe to run twice and after any crash.</summary>
public sealed class IndexGiver(IGiverStore givers)
{
    public async Task RunAsync(PersonRef who, CancellationToken token)
    {
        if (await givers.FindAsync(who, token) is not { } giver)
        {
            return;
        }

        var terms = giver.IndexKeys;
        foreach (var entry in giver.IndexEntries)
        {
            await givers.AddToIndexAsync(who, entry, token);
        }

        foreach (var term in giver.IndexedUnder.Except(terms))
        {
            await givers.RemoveFromIndexAsync(who, term, token);
        }

        await givers.ChangeAsync(
            who, $"listed:{giver.Changes}",
            newest => newest is null ? new Decision<Giver>.Unchanged() : GiverDecisions.Indexed(newest, terms), token);
    }
}
