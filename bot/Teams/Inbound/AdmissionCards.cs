namespace IntroBot.Teams.Inbound;

/// <summary>Private words that only make sense in Teams.</summary>
internal static class AdmissionCards
{
    public static Card Unknown { get; } = Card.Titled($"One moment, please")
        .Say($"Teams did not tell me who you are just now. Nothing was done yet; please try again in a minute.");

    /// <summary>For a person whom the bot may not ask Teams about; a try later ends the same.</summary>
    public static Card AddMe { get; } = Card.Titled($"Please add me first")
        .Say($"Teams tells me who you are once you have added me: open Apps in Teams, search for IntroBot and choose Add. "
            + $"Then I am here too. Nothing was done yet.");

    public static Card Broken { get; } = Card.Titled($"That did not work, and it is my fault")
        .Say($"Nothing was done. Please try again in a minute; what you wrote before is safe.");

    public static Card TooLong { get; } = Card.Titled($"That is a long message")
        .Say($"A few sentences are plenty, and nothing was done yet. "
            + $"Tell me in a sentence or two whom you would like to meet, or type {new WordSpan.Bold("help")}.");

    /// <summary>Stands where the person acted while the conversation goes on in the bot's chat.</summary>
    public static Card Elsewhere { get; } = Card.Titled($"Let us go on in our chat")
        .Say($"I have written to you there, where only you and I can read.");

    /// <summary>For a channel the bot was added to.</summary>
    public static Card Hello { get; } = Card.Titled($"Hello, I am IntroBot")
        .Say($"I bring people together, gently. "
            + $"Write to me whom you would like to meet, in our own chat or with a mention here: I answer privately.")
        .Aside($"Stewards can choose this channel as the place where givers are asked: type settings in our chat.");
}
