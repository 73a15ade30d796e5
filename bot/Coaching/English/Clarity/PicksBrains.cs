using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Clarity;

/// <summary>Rule 2: “pick your brain”, “a quick chat” or “connect” alone leave the giver to guess.</summary>
public sealed class PicksBrains : ICoachingRule
{
    private static readonly string[] Places = [AskTemplate.SmallStep, AskTemplate.WhyThem, AskTemplate.Note];

    public int Id => 2;

    public Hint? Read(Ask ask, CoachContext context) =>
        Places.Select(field => Passage.Of(ask, field)).FirstOrDefault(passage => SmallSteps.IsFuzzy(passage.Text)) is { } passage
            ? new Hint(
                Id,
                passage.Field,
                "A giver says yes more easily to something they can picture: how long it takes, and what you would like to know.",
                SmallSteps.Example(ask))
            : null;
}
