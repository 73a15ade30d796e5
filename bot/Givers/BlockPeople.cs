using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>Keeping certain people's asks away, in private.</summary>
public sealed class BlockPeople(IGiverStore givers)
{
    public async Task<Reply> BlockAsync(Interaction from, ImmutableArray<Person> whom, CancellationToken token)
    {
        if (whom is not [var person, ..])
        {
            return await ShowAsync(from, token);
        }

        return await givers.ChangeAsync(
            from.From.Ref, $"ev:{from.Key}", giver => GiverDecisions.Block(giver ?? Giver.Unknown(from.From), person), token) is Change<Giver>.Done
            ? new Reply.Say(GiverCards.Blocked(person))
            : new Reply.Say(Card.Titled($"That would be you").Say($"Your own asks never come to you anyway."));
    }

    public async Task<Reply> UnblockAsync(Interaction from, ImmutableArray<Person> whom, CancellationToken token) => whom is [var person, ..]
        ? await UnblockAsync(from, person.Ref, token)
        : await ShowAsync(from, token);

    public Task<Reply> UnblockPressedAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        UnblockAsync(pressed, new PersonRef(pressed.From.Ref.Workspace, pressed.Value), token);

    private async Task<Reply> UnblockAsync(Interaction from, PersonRef whom, CancellationToken token)
    {
        var blocked = (await givers.FindAsync(from.From.Ref, token))?.Blocks.FirstOrDefault(each => each.Ref == whom);
        if (blocked is null)
        {
            return await ShowAsync(from, token);
        }

        await givers.ChangeAsync(from.From.Ref, $"ev:{from.Key}", giver => GiverDecisions.Unblock(giver ?? Giver.Unknown(from.From), whom), token);
        return new Reply.Say(GiverCards.Unblocked(blocked));
    }

    private async Task<Reply> ShowAsync(Interaction from, CancellationToken token) =>
        new Reply.Say(GiverCards.Blocks(await givers.FindAsync(from.From.Ref, token) ?? Giver.Unknown(from.From)));
}
