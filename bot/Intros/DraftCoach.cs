using System.Collections.Immutable;
using IntroBot.Chat;
using IntroBot.Coaching;

namespace IntroBot.Intros;

/// <summary>Gives the coach what it must know about the asker besides the draft.</summary>
public sealed class DraftCoach(IIntroStore intros, TimeProvider clock)
{
    public const int MostOpenAsks = 3;

    public async Task<ImmutableArray<Hint>> ReadAsync(Intro draft, CancellationToken token)
    {
        var others = (await intros.OfAsync(draft.Asker.Ref, token)).Where(intro => intro.Id != draft.Id && intro.Asker.Ref == draft.Asker.Ref).ToArray();
        return Coach.Read(draft.Ask, Context(draft.Asker, others));
    }

    public DateOnly Today(Person asker) => TimeZones.Today(clock.GetUtcNow(), asker.TimeZone);

    private CoachContext Context(Person asker, Intro[] others) => new(
        asker.Language,
        asker.Name,
        Today(asker),
        [.. others.Where(intro => intro.Stage is IntroStage.Asked or IntroStage.Searching or IntroStage.Offered).Select(intro => intro.Ask)],
        MostOpenAsks,
        others.FirstOrDefault(intro => intro is { Stage: IntroStage.Connected, Questions: > 0 })?.Accepted?.Giver.FirstName,
        others.All(intro => intro.AskedAt is null));
}
