using IntroBot.Chat;

namespace IntroBot.Conversation.PlainWords;

/// <summary>What a message that is no command means: a closed set.</summary>
public abstract record Meaning
{
    private Meaning() { }

    /// <summary>An answer to the question asked last.</summary>
    public sealed record Answer(bool IsYes) : Meaning;

    /// <summary>A wish; <paramref name="Time"/> is the span or the day it names, if any.</summary>
    public sealed record Wished(Wish Wish, SpokenTime? Time = null) : Meaning;

    /// <summary>A hello or a goodbye.</summary>
    public sealed record Greeting : Meaning;

    /// <summary>A thank-you to the bot.</summary>
    public sealed record Thanks : Meaning;

    /// <summary>An “ok” that asks for nothing.</summary>
    public sealed record Agreed : Meaning;

    /// <summary>A sentence about somebody the person would like to meet; <paramref name="Who"/> are their words for whom.</summary>
    public sealed record AskSentence(string Who) : Meaning;

    /// <summary>Nothing that is known.</summary>
    public sealed record Unknown : Meaning;
}

/// <summary>What people wish in plain words, each answered by a card with the button that does it.</summary>
public enum Wish
{
    Pause,
    Resume,

    /// <summary>Not to be asked, for a while or for good.</summary>
    StopAsking,
    StopGiving,
    Give,
    Erase,

    /// <summary>To know what is kept about them.</summary>
    KnownAboutMe,

    /// <summary>To know what the bot is and can do.</summary>
    About,

    /// <summary>To know who reads what.</summary>
    WhoReads,
    Status,
    Withdraw,
}
