using IntroBot.Chat;

namespace IntroBot.Platforms;

/// <summary>Whether somebody may act; a platform's <typeparamref name="TActor"/> is whoever does.</summary>
internal abstract record Entry<TActor>
{
    private Entry() { }

    public sealed record Open(TActor Actor) : Entry<TActor>;

    /// <summary>Not here, with a private word that says why.</summary>
    public sealed record Closed(Card Why) : Entry<TActor>;

    /// <summary>The platform has to say first who it is, or something of the same person waits for that.</summary>
    public sealed record NotNow : Entry<TActor>;

    /// <summary>Nobody who could read a word: a bot, somebody who left, or no person at all.</summary>
    public sealed record Senseless : Entry<TActor>;
}
