namespace IntroBot.Decisions;

/// <summary>A promise to look again at a moment; <paramref name="About"/> says at what.</summary>
public sealed record Wakeup(WakeupKind Kind, DateTimeOffset At, string About = "");

/// <summary>Why the story wakes up.</summary>
public enum WakeupKind
{
    DraftLapses,
    OfferReminder,
    OfferExpires,
    ChoiceLapses,
    HowItWent,
    PauseEnds,
}
