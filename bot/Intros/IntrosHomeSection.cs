using IntroBot.Intros.Offers;

namespace IntroBot.Intros;

/// <summary>The home section with offers that await an answer, open asks, and the latest finished ones.</summary>
public sealed class IntrosHomeSection(IIntroStore intros, TimeProvider clock) : IHomeSection
{
    private const int MaxEarlier = 3;

    public async Task<ImmutableArray<Card>> ShowAsync(Interaction.HomeOpened opened, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var all = await intros.OfAsync(opened.From.Ref, token);
        var asks = all.Where(intro => intro.Asker.Ref == opened.From.Ref).ToArray();
        return
        [
            .. all.Select(
                intro => intro.OfferAwaiting(opened.From) is { } offer ? OfferCards.Offer(intro, offer, now) : null).OfType<Card>(),
            .. asks.Where(intro => intro.IsOpen && !intro.IsBlank()).Select(intro => StatusCards.Ask(intro, now)),
            .. Earlier(asks),
        ];
    }

    private static IEnumerable<Card> Earlier(Intro[] asks)
    {
        var finished = asks.Where(intro => !intro.IsOpen && intro.AskedAt is not null).Take(MaxEarlier).ToArray();
        return finished.Length == 0 ? [] : [StatusCards.Earlier(finished)];
    }
}
