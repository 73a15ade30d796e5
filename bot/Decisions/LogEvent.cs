namespace IntroBot.Decisions;

/// <summary>The event of a line in the outcome log; the names in attributes are stored.</summary>
public enum LogEvent
{
    [JsonStringEnumMemberName("Draft started")]
    DraftStarted,

    [JsonStringEnumMemberName("Draft discarded")]
    DraftDiscarded,

    [JsonStringEnumMemberName("Draft lapsed")]
    DraftLapsed,

    [JsonStringEnumMemberName("Asked")]
    Asked,

    [JsonStringEnumMemberName("Search began")]
    SearchBegan,

    [JsonStringEnumMemberName("Search began again")]
    SearchBeganAgain,

    [JsonStringEnumMemberName("Offered")]
    Offered,

    [JsonStringEnumMemberName("Accepted")]
    Accepted,

    [JsonStringEnumMemberName("Declined")]
    Declined,

    [JsonStringEnumMemberName("Expired")]
    Expired,

    [JsonStringEnumMemberName("Released")]
    Released,

    [JsonStringEnumMemberName("No match yet")]
    NoMatchYet,

    [JsonStringEnumMemberName("Withdrawn")]
    Withdrawn,

    [JsonStringEnumMemberName("Closed without a match")]
    ClosedWithoutMatch,

    [JsonStringEnumMemberName("Lapsed without a match")]
    LapsedWithoutMatch,

    [JsonStringEnumMemberName("Connected")]
    Connected,

    [JsonStringEnumMemberName("Outcome told")]
    OutcomeTold,

    [JsonStringEnumMemberName("Closed with thanks")]
    ClosedWithThanks,

    [JsonStringEnumMemberName("Became a giver")]
    BecameGiver,

    [JsonStringEnumMemberName("Profile changed")]
    ProfileChanged,

    [JsonStringEnumMemberName("Paused")]
    Paused,

    [JsonStringEnumMemberName("Paused after unanswered offers")]
    PausedUnanswered,

    [JsonStringEnumMemberName("Pause ended")]
    PauseEnded,

    [JsonStringEnumMemberName("Resumed")]
    Resumed,

    [JsonStringEnumMemberName("Asked to be asked less")]
    AskedForLess,

    [JsonStringEnumMemberName("Welcomed an asker")]
    WelcomedAsker,

    [JsonStringEnumMemberName("Stopped giving")]
    StoppedGiving,

    [JsonStringEnumMemberName("Settings changed")]
    SettingsChanged,
}
