using IntroBot.Givers;
using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;

namespace IntroBot.Intros;

/// <summary>
/// Runs the effects that intros and givers have on each other; each has an idempotency key, so that a repeat changes nothing.
/// </summary>
public sealed class EffectHandlers(FindGiver findGiver, IIntroStore intros, IGiverStore givers, IndexGiver indexGiver, TimeProvider clock)
    : IEffects
{
    public Task RunAsync(Outgoing effect, Aggregate by, CancellationToken token) => effect switch
    {
        Outgoing.FindGiver => findGiver.RunAsync((Intro)by, token),
        Outgoing.FreeSlot free => givers.ChangeAsync(
            free.Giver, $"free:{free.Offer}",
            giver => IfKnown(giver, known => GiverDecisions.FreeSlot(known, free, clock.GetUtcNow())), token),
        Outgoing.ReleaseOffer release => intros.ChangeAsync(
            release.Workspace, release.Intro, $"{IntroOperations.Release}:{release.Offer}",
            intro => OfferDecisions.Release(intro, release.Offer, clock.GetUtcNow()), token),
        Outgoing.PauseGiving pause => givers.ChangeAsync(
            pause.Giver, pause.Id, giver => IfKnown(giver, known => GiverDecisions.Pause(known, pause.Until, clock.GetUtcNow())), token),
        Outgoing.IndexGiver list => indexGiver.RunAsync(list.Giver, token),
        _ => throw new UnreachableException(),
    };

    private static Decision<Giver> IfKnown(Giver? giver, Func<Giver, Decision<Giver>> decide) =>
        giver is null ? new Decision<Giver>.Unchanged() : decide(giver);
}
