using System.Collections.Immutable;
using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>What a person can tell the bot in words; the same words after <c>/intro</c> and in the chat.</summary>
public abstract record Command
{
    private Command() { }

    /// <summary>Write an ask.</summary>
    public sealed record Ask : Command;

    /// <summary>Opt in as a giver, or edit the profile.</summary>
    public sealed record Give : Command;

    /// <summary>Rest from giving for so long.</summary>
    public sealed record PauseFor(TimeSpan Time) : Command;

    /// <summary>Rest from giving until a day.</summary>
    public sealed record PauseUntil(DateOnly Day) : Command;

    /// <summary>End a rest.</summary>
    public sealed record Resume : Command;

    /// <summary>Opt out.</summary>
    public sealed record StopGiving : Command;

    /// <summary>My asks and offers.</summary>
    public sealed record Status : Command;

    /// <summary>Take back an ask.</summary>
    public sealed record Withdraw : Command;

    /// <summary>
    /// Never be asked by these people; where nobody is mentioned,
    /// <paramref name="Called"/> is what somebody was called instead, if anything.
    /// </summary>
    public sealed record Block(ImmutableArray<Person> Whom, string Called) : Command;

    /// <summary>Lift a block.</summary>
    public sealed record Unblock(ImmutableArray<Person> Whom, string Called) : Command;

    /// <summary>How the bot works in this workspace.</summary>
    public sealed record Settings : Command;

    /// <summary>What the bot can do.</summary>
    public sealed record Help : Command;

    /// <summary>Understood up to a detail; the sentence says which.</summary>
    public sealed record Unclear(string Sentence) : Command;

    /// <summary>Not a command; perhaps a slip of one.</summary>
    public sealed record Unknown(string Text, string? DidYouMean) : Command
    {
        private const int WordsOfASentence = 3;

        /// <summary>True when somebody seems to say whom they would like to meet, rather than hello.</summary>
        public bool IsSentence => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= WordsOfASentence;
    }
}
