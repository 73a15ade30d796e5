namespace IntroBot.Coaching;

/// <summary>One rule of the coach: it reads a draft and returns at most one hint.</summary>
public interface ICoachingRule
{
    /// <summary>The number of the rule; it never changes.</summary>
    int Id { get; }

    Hint? Read(Ask ask, CoachContext context);
}
