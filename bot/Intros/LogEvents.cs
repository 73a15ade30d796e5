namespace IntroBot.Intros;

/// <summary>What the ends of an offer are called in the outcome log, where they are also counted.</summary>
public static class LogEvents
{
    public const string Accepted = "Accepted";
    public const string Declined = "Declined";
    public const string Expired = "Expired";
    public const string Released = "Released";
}
