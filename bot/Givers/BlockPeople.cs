using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>Keeping certain people's asks away, in private.</summary>
public sealed class BlockPeople(IGiverStore givers)
{
    public async Task<Reply> BlockAsync(Interaction from, Command.Block block, CancellationToken token)
    {
        if (block.Whom is not [var person, ..])
        {
            return block.Called.Length > 0 ? new Reply.Say(GiverCards.NobodyCalled(block.Called)) : await ShowAsync(from, token);
        }

        return await givers.ChangeAsync(
            from.From.Ref, $"ev:{from.IdempotencyKey}",
            giver => GiverDecisions.Block(giver ?? Giver.Unknown(from.From), person), token) is Change<Giver>.Done
            ? new Reply.Say(GiverCards.Blocked(person))
            : new Reply.Say(Card.Titled($"That would be you").Say($"Your own asks never come to you anyway."));
    }

    public async Task<Reply> UnblockAsync(Interaction from, Command.Unblock unblock, CancellationToken token)
    {
        var whom = unblock.Whom is [var person, ..]
            ? person
            : (await BlocksAsync(from, token)).FirstOrDefault(each => each.IsCalled(unblock.Called));
        return whom is null ? await ShowAsync(from, token) : await UnblockAsync(from, whom.Ref, token);
    }

    public Task<Reply> UnblockPressedAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        UnblockAsync(pressed, new PersonRef(pressed.From.Ref.Workspace, pressed.Value), token);

    private async Task<Reply> UnblockAsync(Interaction from, PersonRef whom, CancellationToken token)
    {
        var blocked = (await BlocksAsync(from, token)).FirstOrDefault(each => each.Ref == whom);
        if (blocked is null)
        {
            return await ShowAsync(from, token);
        }

        await givers.ChangeAsync(
            from.From.Ref, $"ev:{from.IdempotencyKey}", giver => GiverDecisions.Unblock(giver ?? Giver.Unknown(from.From), whom), token);
        return new Reply.Say(GiverCards.Unblocked(blocked));
    }

    private async Task<ImmutableArray<Person>> BlocksAsync(Interaction from, CancellationToken token) =>
        (await givers.FindAsync(from.From.Ref, token))?.Blocks ?? [];

    private async Task<Reply> ShowAsync(Interaction from, CancellationToken token) =>
        new Reply.Say(GiverCards.Blocks(await givers.FindAsync(from.From.Ref, token) ?? Giver.Unknown(from.From)));
}
