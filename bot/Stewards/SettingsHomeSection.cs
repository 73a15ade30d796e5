using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;

namespace IntroBot.Stewards;

/// <summary>The way to the settings, for those who look after the workspace.</summary>
public sealed class SettingsHomeSection : IHomeSection
{
    public Task<ImmutableArray<Card>> ShowAsync(Interaction.HomeOpened opened, CancellationToken token) =>
        Task.FromResult<ImmutableArray<Card>>(opened.IsSteward ? [SettingsCards.ForStewards] : []);
}
