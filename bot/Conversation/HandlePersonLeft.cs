using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Searching;

namespace IntroBot.Conversation;

/// <summary>
/// Handles a person who left: ends their giving and their asks. Connections that exist are left to the people in them. A repeated event, or
/// an unknown person, changes nothing.
/// </summary>
public sealed class HandlePersonLeft(IIntroStore intros, IGiverStore givers, TimeProvider clock)
{
    public async Task<Reply> HandleAsync(Interaction.PersonLeft left, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await givers.ChangeAsync(
            left.From.Ref, $"ev:{left.IdempotencyKey}",
            giver => giver is null ? new Decision<Giver>.Unchanged() : GiverDecisions.StopGiving(giver, now), token);
        foreach (var intro in (await intros.OfAsync(left.From.Ref, token)).Where(intro => intro.Asker.Ref == left.From.Ref))
        {
            await intros.ChangeAsync(
                intro.Workspace, intro.Id, $"ev:{left.IdempotencyKey}", newest => EndAsk(newest, left.From, now), token);
        }

        return new Reply.Nothing();
    }

    private static Decision<Intro> EndAsk(Intro? intro, Person asker, DateTimeOffset now) => intro switch
    {
        { Stage: IntroStage.Draft } => DraftDecisions.Discard(intro, asker, now),
        not null when IntroLifecycle.Allows(intro.Stage, IntroStep.Withdraw) => SearchDecisions.Withdraw(intro, asker, now),
        _ => Step.Unchanged,
    };
}
