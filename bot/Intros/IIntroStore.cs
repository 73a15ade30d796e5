using System.Collections.Immutable;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Intros;

/// <summary>Keeps intros, each changed only by a decision about its newest state.</summary>
public interface IIntroStore
{
    Task<Intro?> FindAsync(WorkspaceId workspace, IntroId intro, CancellationToken token);

    /// <summary>
    /// Decides and stores as one act; <paramref name="operation"/> names the act, so that the same act again changes nothing.
    /// </summary>
    Task<Change<Intro>> ChangeAsync(
        WorkspaceId workspace, IntroId intro, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token);

    /// <summary>As above, about an intro read within the same act; where it has changed since, it is read again.</summary>
    Task<Change<Intro>> ChangeAsync(Intro known, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token);

    /// <summary>
    /// As above, for an intro that hardly exists yet: looks for it only when it does, and first notes that its asker has a part in it.
    /// </summary>
    Task<Change<Intro>> BeginAsync(
        PersonRef asker, IntroId intro, string operation,
        Func<Intro?, Decision<Intro>> decide, DateTimeOffset now, CancellationToken token);

    /// <summary>Every intro in which a person has a part, newest first.</summary>
    Task<ImmutableArray<Intro>> OfAsync(PersonRef who, CancellationToken token);
}
