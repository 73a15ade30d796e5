using System.Collections.Immutable;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>Keeps givers, each changed only by a decision about their newest state.</summary>
public interface IGiverStore
{
    Task<Giver?> FindAsync(PersonRef who, CancellationToken token);

    /// <summary>
    /// Decides and stores as one act; <paramref name="operation"/> names the act, so that the same act again changes nothing. Whoever gives
    /// an offer a place has a part in its intro from then on.
    /// </summary>
    Task<Change<Giver>> ChangeAsync(PersonRef who, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token);

    /// <summary>As above, about a giver read within the same act; where they have changed since, they are read again.</summary>
    Task<Change<Giver>> ChangeAsync(Giver known, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token);

    /// <summary>
    /// The givers listed under a term, at most <paramref name="most"/>; where there are more, the same <paramref name="lot"/> gives the
    /// same of them, under whatever term.
    /// </summary>
    Task<ImmutableArray<PersonRef>> IndexedUnderAsync(WorkspaceId workspace, string term, int most, string lot, CancellationToken token);

    /// <summary>Lists a giver under a term, which then is among the terms of the workspace.</summary>
    Task AddToIndexAsync(PersonRef who, IndexEntry entry, CancellationToken token);

    /// <summary>Takes a giver off a term; under which nobody is listed any more, that one is no term of the workspace.</summary>
    Task RemoveFromIndexAsync(PersonRef who, string term, CancellationToken token);

    /// <summary>The terms of a workspace under which somebody is listed, in no order.</summary>
    Task<ImmutableArray<IndexedTag>> IndexedTagsAsync(WorkspaceId workspace, CancellationToken token);
}
