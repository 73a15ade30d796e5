using IntroBot.Givers;

namespace IntroBot.Intros.Closing;

/// <summary>Lets a giver say that the asker who thanked them may ask them again soon.</summary>
public sealed class WelcomeAsker(IIntroStore intros, IGiverStore givers, TimeProvider clock)
{
    public async Task<Reply> WelcomeAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        var giver = pressed.From.Ref;
        var intro = await intros.FindAsync(giver.Workspace, ButtonValue.Read(pressed.Value).Intro, token);
        if (intro is not { Stage: IntroStage.Closed, Accepted: { } accepted })
        {
            return new Reply.Say(RefusalCards.Of(intro is null ? Refusal.NotFound : Refusal.NotNow));
        }

        if (accepted.Giver.Ref != giver)
        {
            return new Reply.Say(RefusalCards.Of(Refusal.NotYours));
        }

        await givers.ChangeAsync(
            giver, ButtonValue.IdempotencyKey($"welcome:{intro.Id}", pressed.From),
            known => known is null ? new Decision<Giver>.Unchanged() : GiverDecisions.Welcome(known, intro.Asker.Ref, clock.GetUtcNow()),
            token);
        return new Reply.Replace(LoopCards.ThanksAndWelcome(intro));
    }
}
