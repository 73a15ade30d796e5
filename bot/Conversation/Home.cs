namespace IntroBot.Conversation;

/// <summary>Shows the bot's home: a greeting with the main commands, then the section of each room.</summary>
public sealed class Home(IEnumerable<IHomeSection> sections)
{
    private readonly ImmutableArray<IHomeSection> sections = [.. sections];

    public async Task<Reply> ShowAsync(Interaction.HomeOpened opened, CancellationToken token)
    {
        var cards = ImmutableArray.CreateBuilder<Card>();
        cards.Add(Greeting);
        foreach (var section in sections)
        {
            cards.AddRange(await section.ShowAsync(opened, token));
        }

        return new Reply.ShowHome(cards.ToImmutable());
    }

    private static Card Greeting { get; } = Card.Titled($"Ask for an introduction")
        .Say($"I am IntroBot, and I bring people together, gently: one clear ask, to one willing person at a time.")
        .With(CommandTable.ButtonsIn(CommandList.Home));
}
