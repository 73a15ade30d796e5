using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>Brings the index in line with what a giver offers; safe to run twice and after any crash.</summary>
public sealed class ListGivers(IGiverStore givers)
{
    public async Task RunAsync(PersonRef who, CancellationToken token)
    {
        if (await givers.FindAsync(who, token) is not { } giver)
        {
            return;
        }

        var terms = giver.Terms;
        foreach (var listing in giver.Listings)
        {
            await givers.ListAsync(who, listing, token);
        }

        foreach (var term in giver.ListedUnder.Except(terms))
        {
            await givers.UnlistAsync(who, term, token);
        }

        await givers.ChangeAsync(
            who, $"listed:{giver.Changes}",
            newest => newest is null ? new Decision<Giver>.Unchanged() : GiverDecisions.Listed(newest, terms), token);
    }
}
