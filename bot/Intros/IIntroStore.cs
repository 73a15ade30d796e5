using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Intros;

/// <summary>Keeps intros, each changed only by a decision about its newest state.</summary>
public interface IIntroStore
{
    Task<Intro?> FindAsync(WorkspaceId workspace, IntroId intro, CancellationToken token);

    /// <summary>Decides and stores as one act; <paramref name="operation"/> names the act, so that the same act again changes nothing.</summary>
    Task<Change<Intro>> ChangeAsync(WorkspaceId workspace, IntroId intro, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token);

    /// <summary>Every intro in which a person has a part, newest first.</summary>
    Task<ImmutableArray<Intro>> OfAsync(PersonRef who, CancellationToken token);

    /// <summary>Notes that a person has a part in an intro, which may not exist yet.</summary>
    Task ReferAsync(PersonRef who, IntroId intro, DateTimeOffset since, CancellationToken token);
}
