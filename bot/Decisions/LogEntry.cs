using IntroBot.Chat;

namespace IntroBot.Decisions;

/// <summary>One line of the outcome log: what happened, to whom, and the stage after it; no words of people.</summary>
public sealed record LogEntry(DateTimeOffset At, string Event, string Stage, PersonRef? Who = null, string Detail = "");
