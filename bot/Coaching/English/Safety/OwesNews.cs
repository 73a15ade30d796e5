namespace IntroBot.Coaching.English.Safety;

/// <summary>Rule 22: a giver still waits to hear how an earlier conversation went.</summary>
public sealed class OwesNews : ICoachingRule
{
    public int Id => 22;

    public Hint? Read(Ask ask, CoachContext context) => string.IsNullOrWhiteSpace(context.OpenLoopWith)
        ? null
        : new Hint(
            Id, AskTemplate.Promises, $"Tell {context.OpenLoopWith} how it went first? One tap. Givers who hear back like to help again.");
}
