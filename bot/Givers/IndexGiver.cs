namespace IntroBot.Givers;

/// <summary>Updates the index to what a giver offers; safe to run twice and after a crash.</summary>
public sealed class IndexGiver(IGiverStore givers)
{
    public async Task RunAsync(PersonRef who, CancellationToken token)
    {
        if (await givers.FindAsync(who, token) is not { } giver)
        {
            return;
        }

        var keys = giver.IndexKeys;
        foreach (var entry in giver.IndexEntries)
        {
            await givers.AddToIndexAsync(who, entry, token);
        }

        foreach (var key in giver.IndexedUnder.Except(keys))
        {
            await givers.RemoveFromIndexAsync(who, key, token);
        }

        await givers.ChangeAsync(
            who, $"listed:{giver.Changes}",
            newest => newest is null ? new Decision<Giver>.Unchanged() : GiverDecisions.Indexed(newest, keys), token);
    }
}
