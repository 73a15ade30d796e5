namespace IntroBot.Stewards;

/// <summary>The home section with the settings, for stewards only.</summary>
public sealed class SettingsHomeSection : IHomeSection
{
    public Task<ImmutableArray<Card>> ShowAsync(Interaction.HomeOpened opened, CancellationToken token) =>
        Task.FromResult<ImmutableArray<Card>>(opened.IsSteward ? [SettingsCards.ForStewards] : []);
}
