namespace IntroBot.Intros;

/// <summary>Stores intros, each changed only by a decision about its newest state.</summary>
public interface IIntroStore
{
    Task<Intro?> FindAsync(WorkspaceId workspace, IntroId intro, CancellationToken token);

    /// <summary>
    /// Decides and stores atomically; <paramref name="operation"/> is the idempotency key, so that a repeat changes nothing.
    /// </summary>
    Task<Change<Intro>> ChangeAsync(
        WorkspaceId workspace, IntroId intro, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token);

    /// <summary>As above, about an intro just read; reads again when it has changed since.</summary>
    Task<Change<Intro>> ChangeAsync(Intro known, string operation, Func<Intro?, Decision<Intro>> decide, CancellationToken token);

    /// <summary>
    /// As above, for an intro that rarely exists yet: reads it only on a conflict, and first records its asker as a participant.
    /// </summary>
    Task<Change<Intro>> BeginAsync(
        PersonRef asker, IntroId intro, string operation,
        Func<Intro?, Decision<Intro>> decide, DateTimeOffset now, CancellationToken token);

    /// <summary>Every intro a person takes part in, newest first.</summary>
    Task<ImmutableArray<Intro>> OfAsync(PersonRef who, CancellationToken token);
}
