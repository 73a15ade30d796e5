using IntroBot.Givers;
using IntroBot.Intros.Offers;
using IntroBot.Matching;
using IntroBot.Stewards;

namespace IntroBot.Intros.Searching;

/// <summary>Continues the search until a giver has the offer or no candidate is left; safe to run again at any point.</summary>
public sealed class FindGiver(IIntroStore intros, IGiverStore givers, GiverFinder finder, ISettingsStore settings, TimeProvider clock)
{
    public async Task RunAsync(Intro searching, CancellationToken token)
    {
        (Intro? intro, Giver? chosen) = (searching, null);
        while (intro is { IsSearchUnderWay: true } open)
        {
            (intro, chosen) = open.Current is { Status: OfferStatus.Proposed } proposed
                ? (await OfferAsync(open, proposed, chosen, token), null)
                : await ProposeAsync(open, token);
            if (intro is { IsSearchUnderWay: true, Revision.Version: var version } && version == open.Revision?.Version)
            {
                // A damaged row can know of an offer by its operation and not have it: without this the search would never end.
                throw new InvalidOperationException($"The search for a giver makes no progress at version {version}.");
            }
        }

        if (intro?.Current is { Status: OfferStatus.Released or OfferStatus.Skipped } gone)
        {
            await FreeAsync(gone, token);
        }
    }

    /// <summary>The intro with its proposal, and the giver as read for it.</summary>
    private async Task<(Intro? Intro, Giver? Chosen)> ProposeAsync(Intro intro, CancellationToken token)
    {
        var past = intro.Offers.Select(offer => offer.Giver.Ref).ToHashSet();
        var best = SearchDecisions.OffersMade(intro) >= SearchDecisions.MaxOffers
            ? null
            : (await finder.FindAsync(intro.Asker, intro.Ask, past, intro.Id.Value, token)).FirstOrDefault();
        var offer = SearchDecisions.NextOffer(intro);
        return best is null
            ? (await GiveUpAsync(intro, token), null)
            : (await ChangeAsync(
                intro, $"propose:{offer}",
                now => each => SearchDecisions.Propose(each, offer, best.Giver, best.Because, now), token), best.Giver);
    }

    private async Task<Intro?> GiveUpAsync(Intro intro, CancellationToken token)
    {
        var quiet = await givers.QuietTimesOfAsync(intro.Asker.Ref, token);
        return await ChangeAsync(intro, $"give-up:{intro.Round}", now => each => SearchDecisions.GiveUp(each, quiet, now), token);
    }

    private async Task<Intro?> OfferAsync(Intro intro, Offer proposed, Giver? chosen, CancellationToken token)
    {
        if (!await TakeSlotAsync(intro, proposed, chosen, token))
        {
            return await ChangeAsync(intro, $"skip:{proposed.Id}", _ => each => SearchDecisions.Skip(each, proposed.Id), token);
        }

        var channel = (await settings.FindAsync(intro.Workspace, token)).OfferChannel;
        var offered = await ChangeAsync(
            intro, $"offer:{proposed.Id}", now => each => SearchDecisions.Make(each, proposed.Id, channel, now), token);
        if (offered?.Find(proposed.Id) is { Status: OfferStatus.Released or OfferStatus.Skipped })
        {
            await FreeAsync(proposed, token);
        }

        return offered;
    }

    /// <summary>False where the giver's protection forbids it, or their state cannot be read: the next giver is asked.</summary>
    private async Task<bool> TakeSlotAsync(Intro intro, Offer proposed, Giver? chosen, CancellationToken token)
    {
        var operation = $"place:{proposed.Id}";
        try
        {
            return (chosen?.Person.Ref == proposed.Giver.Ref
                ? await givers.ChangeAsync(chosen, operation, TakeSlot, token)
                : await givers.ChangeAsync(proposed.Giver.Ref, operation, TakeSlot, token)) is Change<Giver>.Done;
        }
        catch (UnreadableStateException)
        {
            return false;
        }

        Decision<Giver> TakeSlot(Giver? giver) => giver is null
            ? new Decision<Giver>.Refused(Refusal.Protected)
            : GiverDecisions.TakeSlot(giver, proposed.Id, intro.Id, intro.Asker.Ref, clock.GetUtcNow());
    }

    private async Task FreeAsync(Offer offer, CancellationToken token) => await givers.ChangeAsync(
        offer.Giver.Ref,
        $"unplace:{offer.Id}",
        giver => giver is null
            ? new Decision<Giver>.Unchanged()
            : GiverDecisions.FreeSlot(giver, OfferNotices.Free(offer), clock.GetUtcNow()),
        token);

    private async Task<Intro?> ChangeAsync(
        Intro intro, string operation, Func<DateTimeOffset, Func<Intro?, Decision<Intro>>> decide, CancellationToken token) =>
        await intros.ChangeAsync(intro, operation, decide(clock.GetUtcNow()), token) switch
        {
            Change<Intro>.Done done => done.State,
            Change<Intro>.Refused refused => refused.State,
            _ => throw new UnreachableException(),
        };
}
