namespace IntroBot.Platforms;

/// <summary>Whether a person may act; <typeparamref name="TActor"/> is the platform's person who acts.</summary>
internal abstract record AdmissionResult<TActor>
{
    private AdmissionResult() { }

    public sealed record Admitted(TActor Actor) : AdmissionResult<TActor>;

    /// <summary>Not here, with a private word that says why.</summary>
    public sealed record Refused(Card Why) : AdmissionResult<TActor>;

    /// <summary>The platform has to say first who it is, or something of the same person waits for that.</summary>
    public sealed record Unidentified : AdmissionResult<TActor>;

    /// <summary>No person who could read an answer: a bot, a person who left, or none at all.</summary>
    public sealed record Ignored : AdmissionResult<TActor>;
}
