namespace IntroBot.Givers;

/// <summary>Blocks people privately, so that their asks never reach a giver.</summary>
public sealed class BlockPeople(IGiverStore givers, IEnumerable<IPeopleDirectory> directories)
{
    private const string BotName = "IntroBot";

    private readonly ImmutableArray<IPeopleDirectory> directories = [.. directories];

    /// <summary>
    /// Blocks a person, or the only one the bot has met who is <paramref name="called"/> so; of several none before one is chosen. Lists
    /// the blocks where nobody is meant.
    /// </summary>
    public async Task<Reply> BlockAsync(Interaction from, Person? whom, string called, CancellationToken token)
    {
        if (whom is not null)
        {
            return await BlockAsync(from, whom, token);
        }

        if (called.Length == 0)
        {
            return await ShowAsync(from, token);
        }

        if (PersonName.AreSame(called, BotName))
        {
            return new Reply.Say(GiverCards.BotsAskNothing);
        }

        return await CalledAsync(from.From.Ref.Workspace, called, token) switch
        {
            [] => new Reply.Say(GiverCards.NobodyCalled(called)),
            [var only] => await BlockAsync(from, only, token),
            var several => new Reply.Say(GiverCards.WhomToBlock(called, several)),
        };
    }

    /// <summary>Blocks the person who was chosen among several of one name; the button tells the id and the name.</summary>
    public async Task<Reply> BlockPressedAsync(Interaction.ButtonPressed pressed, CancellationToken token)
    {
        if (pressed.Value.Split(' ', 2) is not [{ Length: > 0 } id, { Length: > 0 } name])
        {
            return new Reply.Say(RefusalCards.Of(Refusal.NotFound));
        }

        var chosen = new PersonRef(pressed.From.Ref.Workspace, id);
        return await BlockAsync(pressed, await FindAsync(chosen, token) ?? new Person(chosen, name, "UTC", "en"), token);
    }

    private async Task<Reply> BlockAsync(Interaction from, Person whom, CancellationToken token)
    {
        if (whom.IsBot)
        {
            return new Reply.Say(GiverCards.BotsAskNothing);
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
        if (whom is null && called.Length > 0)
        {
            var blocks = await BlocksAsync(from, token);
            var met = await CalledAsync(from.From.Ref.Workspace, called, token);
            ImmutableArray<Person> meant =
                [.. blocks.Where(blocked => blocked.IsCalled(called) || met.Any(each => each.Ref == blocked.Ref))];
            whom = meant is [var only] ? only : null;
        }

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

    /// <summary>
    /// The people blocked, by the names they have now: one may have been blocked while the platform did not say who that is.
    /// </summary>
    private async Task<ImmutableArray<Person>> BlocksAsync(Interaction from, CancellationToken token)
    {
        var blocks = (await givers.FindAsync(from.From.Ref, token))?.Blocks ?? [];
        return [.. await Task.WhenAll(blocks.Select(async blocked => await FindAsync(blocked.Ref, token) ?? blocked))];
    }

    private async Task<Reply> ShowAsync(Interaction from, CancellationToken token) =>
        new Reply.Say(GiverCards.Blocks(Giver.Unknown(from.From) with { Blocks = await BlocksAsync(from, token) }));

    private Task<ImmutableArray<Person>> CalledAsync(WorkspaceId workspace, string name, CancellationToken token) =>
        DirectoryOf(workspace)?.CalledAsync(workspace, name, token) ?? Task.FromResult<ImmutableArray<Person>>([]);

    private Task<Person?> FindAsync(PersonRef who, CancellationToken token) =>
        DirectoryOf(who.Workspace)?.FindAsync(who, token) ?? Task.FromResult<Person?>(null);

    private IPeopleDirectory? DirectoryOf(WorkspaceId workspace) => directories.FirstOrDefault(each => each.Serves(workspace));
}
