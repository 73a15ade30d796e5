namespace IntroBot.Givers;

/// <summary>Blocks people privately, so that their asks never reach a giver.</summary>
public sealed class BlockPeople(IGiverStore givers)
{
    /// <summary>Blocks a person; without one, replies that no person is <paramref name="called"/> so, or lists the blocks.</summary>
    public async Task<Reply> BlockAsync(Interaction from, Person? whom, string called, CancellationToken token)
    {
        if (whom is null)
        {
            return called.Length > 0 ? new Reply.Say(GiverCards.NobodyCalled(called)) : await ShowAsync(from, token);
        }

        return await givers.ChangeAsync(
            from.From.Ref, $"ev:{from.IdempotencyKey}",
            giver => GiverDecisions.Block(giver ?? Giver.Unknown(from.From), whom), token) is Change<Giver>.Done
            ? new Reply.Say(GiverCards.Blocked(whom))
            : new Reply.Say(Card.Titled($"That would be you").Say($"Your own asks never come to you anyway."));
    }

    /// <summary>
    /// Unblocks a person, or the blocked person who is <paramref name="called"/> so; lists the blocks where there is none.
    /// </summary>
    public async Task<Reply> UnblockAsync(Interaction from, Person? whom, string called, CancellationToken token)
    {
        whom ??= (await BlocksAsync(from, token)).FirstOrDefault(each => each.IsCalled(called));
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
