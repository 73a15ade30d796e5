using IntroBot.Chat.Cards;

namespace IntroBot.Platforms;

/// <summary>Whether somebody may act; a platform's <typeparamref name="TActor"/> is whoever does.</summary>
internal abstract record AdmissionResult<TActor>
{
    private AdmissionResult() { }

    public sealed record Admitted(TActor Actor) : AdmissionResult<TActor>;

    /// <summary>Not here, with a private word that says why.</summary>
    public sealed record Refused(Card Why) : AdmissionResult<TActor>;

    /// <summary>The platform has to say first who it is, or something of the same person waits for that.</summary>
    public sealed record Unidentified : AdmissionResult<TActor>;

    /// <summary>Nobody who could read a word: a bot, somebody who left, or no person at all.</summary>
    public sealed record Ignored : AdmissionResult<TActor>;
}
