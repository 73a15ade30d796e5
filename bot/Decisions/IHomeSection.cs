namespace IntroBot.Decisions;

/// <summary>The section of one room on a person's home; sections appear in the order of registration.</summary>
public interface IHomeSection
{
    Task<ImmutableArray<Card>> ShowAsync(Interaction.HomeOpened opened, CancellationToken token);
}
