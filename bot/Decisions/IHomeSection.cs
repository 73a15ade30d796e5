using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;

namespace IntroBot.Decisions;

/// <summary>What one room shows of a person at the bot's home; sections stand in the order in which they are registered.</summary>
public interface IHomeSection
{
    Task<ImmutableArray<Card>> ShowAsync(Interaction.HomeOpened opened, CancellationToken token);
}
