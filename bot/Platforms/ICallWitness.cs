namespace IntroBot.Platforms;

/// <summary>Looks on at calls to platforms, and takes no part in them.</summary>
internal interface ICallWitness
{
    /// <summary>
    /// A platform answered; <paramref name="ahead"/> is how far our clock is ahead of its own, where the answer tells.
    /// </summary>
    void Answered(string platform, int status, TimeSpan? ahead);

    /// <summary>No answer came.</summary>
    void Lost(string platform);
}
