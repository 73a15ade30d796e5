using IntroBot.Chat;
using IntroBot.Coaching;

namespace IntroBot.Intros.Drafting;

/// <summary>Provides the coach with what it needs to know about the asker besides the draft.</summary>
public sealed class DraftCoach(IIntroStore intros, TimeProvider clock)
{
    public const int MaxOpenAsks = 3;

    public async Task<ImmutableArray<Hint>> ReviewAsync(Intro draft, CancellationToken token) =>
        Review(draft, await OwnAsync(draft.Asker, token));

    /// <summary>Reads a draft together with all other asks of its asker.</summary>
    public ImmutableArray<Hint> Review(Intro draft, ImmutableArray<Intro> own) =>
        Coach.Review(draft.Ask, Context(draft.Asker, [.. own.Where(intro => intro.Id != draft.Id)]));

    /// <summary>The draft with its current hints recorded as shown.</summary>
    public Intro Shown(Intro draft, ImmutableArray<Intro> own) =>
        draft with
        {
            Drafting = draft.Drafting with { Seen = [.. draft.Drafting.Seen.Union(Review(draft, own).Select(hint => hint.Rule))] },
        };

    /// <summary>All intros of an asker, including drafts.</summary>
    public async Task<ImmutableArray<Intro>> OwnAsync(Person asker, CancellationToken token) =>
        [.. (await intros.OfAsync(asker.Ref, token)).Where(intro => intro.Asker.Ref == asker.Ref)];

    public DateOnly Today(Person asker) => TimeZones.Today(clock.GetUtcNow(), asker.TimeZone);

    private CoachContext Context(Person asker, Intro[] others) => new(
        asker.Language,
        asker.Name,
        Today(asker),
        [.. others.Where(intro => intro.Stage is IntroStage.Asked or IntroStage.Searching or IntroStage.Offered)
            .Select(intro => intro.Ask)],
        MaxOpenAsks,
        others.FirstOrDefault(intro => intro is { Stage: IntroStage.Connected, Questions: > 0 })?.Accepted?.Giver.FirstName,
        others.All(intro => intro.AskedAt is null));
}
