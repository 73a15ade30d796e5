using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Safety;

/// <summary>Rule 21 (blocks): the same ask is open, the person asked for is oneself, or too many asks are open.</summary>
public sealed class AskedAlready : ICoachingRule
{
    private const double MinLikeness = 0.6;

    public int Id => 21;

    public Hint? Read(Ask ask, CoachContext context)
    {
        if (context.OpenAsks.Any(open => IsSame(ask, open)))
        {
            return Blocking("An ask very much like this one is open already. It is on its way; you can withdraw it if this one is better.");
        }

        if (IsOneself(Passage.Of(ask, AskTemplate.Who).Text, context.AskerName.Trim()))
        {
            return Blocking("This is you, if I read it right. Whom would you like to meet?");
        }

        return context.OpenAsks.Length >= context.MaxOpenAsks
            ? Blocking(
                $"You have {context.OpenAsks.Length} open already, and {context.MaxOpenAsks} at once keep it fair for givers. " +
                "Close or withdraw one, and this can go.")
            : null;
    }

    private Hint Blocking(string why) => new(Id, AskTemplate.Who, why, Blocks: true);

    private static bool IsSame(Ask ask, Ask open) =>
        AreAlike(ask.Who, open.Who)
        && (AreAlike(string.Join(' ', ask.Topics), string.Join(' ', open.Topics)) || AreAlike(ask.SmallStep, open.SmallStep));

    private static bool AreAlike(string one, string other) =>
        one.Trim().Length > 0
        && (one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase) || SignificantWords.Likeness(one, other) >= MinLikeness);

    private static bool IsOneself(string who, string name)
    {
        if (who.Equals("me", StringComparison.OrdinalIgnoreCase) || who.Equals("myself", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // “Ava Stone” and “Ava Stone, designer” are the asker; “Ava Stone's first boss” is somebody else.
        return name.Length > 0
            && who.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && who[name.Length..].TrimStart() is "" or [',' or '(' or '.' or '-' or '–', ..];
    }
}
