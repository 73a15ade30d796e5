namespace IntroBot.Decisions;

/// <summary>Turns the result of a change into the reply to the person who acted.</summary>
internal static class ChangeReplies
{
    public static Reply Reply<TState>(this Change<TState> change, Func<TState, Reply> done) => change switch
    {
        Change<TState>.Done stored => done(stored.State),
        Change<TState>.Refused refused => new Reply.Say(RefusalCards.Of(refused.Why)),
        _ => throw new UnreachableException(),
    };
}
