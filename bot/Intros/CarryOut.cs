using IntroBot.Decisions;
using IntroBot.Givers;

namespace IntroBot.Intros;

/// <summary>Carries out what intros and givers ask of each other; each effect names its act, so that twice is once.</summary>
public sealed class CarryOut(FindGiver findGiver, IIntroStore intros, IGiverStore givers, ListGivers listGivers, TimeProvider clock)
    : IEffects
{
    public Task RunAsync(Outgoing effect, Kept by, CancellationToken token) => effect switch
    {
        Outgoing.FindGiver => findGiver.RunAsync((Intro)by, token),
        Outgoing.FreePlace free => givers.ChangeAsync(
            free.Giver, $"free:{free.Offer}",
            giver => OfKnown(giver, known => GiverDecisions.FreePlace(known, free.Offer, free.Reached)), token),
        Outgoing.ReleaseOffer release => intros.ChangeAsync(
            release.Workspace, release.Intro, $"release:{release.Offer}",
            intro => OfferDecisions.Release(intro, release.Offer, clock.GetUtcNow()), token),
        Outgoing.PauseGiving pause => givers.ChangeAsync(
            pause.Giver, pause.Id, giver => OfKnown(giver, known => GiverDecisions.Pause(known, pause.Until, clock.GetUtcNow())), token),
        Outgoing.ListGiver list => listGivers.RunAsync(list.Giver, token),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Decision<Giver> OfKnown(Giver? giver, Func<Giver, Decision<Giver>> decide) =>
        giver is null ? new Decision<Giver>.Unchanged() : decide(giver);
}
