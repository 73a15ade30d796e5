namespace IntroBot.Coaching;

/// <summary>One rule of the coach: it reads a draft and says at most one thing about it.</summary>
public interface ICoachingRule
{
    /// <summary>The rule's number in the list of rules; it never changes.</summary>
    int Id { get; }

    Hint? Read(Ask ask, CoachContext context);
}
