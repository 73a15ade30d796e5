using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Givers;

/// <summary>Keeps givers, each changed only by a decision about their newest state.</summary>
public interface IGiverStore
{
    Task<Giver?> FindAsync(PersonRef who, CancellationToken token);

    /// <summary>Decides and stores as one act; <paramref name="operation"/> names the act, so that the same act again changes nothing.</summary>
    Task<Change<Giver>> ChangeAsync(PersonRef who, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token);

    /// <summary>The givers listed under a term, at most <paramref name="most"/>.</summary>
    Task<ImmutableArray<PersonRef>> ListedUnderAsync(WorkspaceId workspace, string term, int most, CancellationToken token);

    Task ListAsync(PersonRef who, string term, CancellationToken token);

    Task UnlistAsync(PersonRef who, string term, CancellationToken token);
}
