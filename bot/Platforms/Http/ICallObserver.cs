namespace IntroBot.Platforms.Http;

/// <summary>Looks on at calls to platforms, and takes no part in them.</summary>
internal interface ICallObserver
{
    /// <summary>
    /// A platform answered; <paramref name="ahead"/> is how far our clock is ahead of its own, where the answer tells.
    /// </summary>
    void OnAnswered(string platform, int status, TimeSpan? ahead);

    /// <summary>No answer came.</summary>
    void OnLost(string platform);
}
