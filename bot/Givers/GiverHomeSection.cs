namespace IntroBot.Givers;

/// <summary>The home section with what a person offers, or an invitation to offer something.</summary>
public sealed class GiverHomeSection(IGiverStore givers) : IHomeSection
{
    public async Task<ImmutableArray<Card>> ShowAsync(Interaction.HomeOpened opened, CancellationToken token) =>
        [await givers.FindAsync(opened.From.Ref, token) is { OptedIn: true } giver ? GiverCards.Profile(giver) : GiverCards.NotAGiver];
}
