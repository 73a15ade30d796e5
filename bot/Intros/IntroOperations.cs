namespace IntroBot.Intros;

/// <summary>
/// What can be done to an intro, as operation rows and notices are named after it. These words are stored: they never change.
/// </summary>
internal static class IntroOperations
{
    public const string Discard = "discard";
    public const string Send = "send";
    public const string Withdraw = "withdraw";
    public const string CloseUnmatched = "close";
    public const string Accept = "accept";
    public const string Decline = "decline";
    public const string DeclineAndPause = "decline-pause";
    public const string Release = "release";
    public const string NotYet = "not-yet";
    public const string Told = "told";
    public const string Thanks = "thanks";
}
