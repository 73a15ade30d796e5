using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>One row of the command table: what a person can say, how it is listed, and what answers it.</summary>
/// <param name="Words">The words that name the command in lists and suggestions; in lower case, with one space between them.</param>
/// <param name="HelpLine">What it does, in a few words.</param>
/// <param name="Handler">The use case that answers it.</param>
public sealed record CommandDefinition(string Words, string HelpLine, CommandHandler Handler)
{
    /// <summary>Further words with the same meaning; no list shows them.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>What may follow the words.</summary>
    public CommandArgumentKind Argument { get; init; } = CommandArgumentKind.None;

    /// <summary>How the lists write it, with an example of its argument; the bare words by default.</summary>
    public string Example { get; init; } = Words;

    /// <summary>The lists that show it.</summary>
    public CommandList ShownIn { get; init; } = CommandList.Help | CommandList.TeamsMenu;

    /// <summary>True when it is a command even while a draft awaits an answer in the chat.</summary>
    public bool WorksInDraft { get; init; } = true;

    /// <summary>The same command as a button; null where none stands for it alone.</summary>
    public CardButton? Button { get; init; }
}

/// <summary>Answers a command; services are looked up when it is called.</summary>
public delegate Task<Reply> CommandHandler(IServiceProvider services, Interaction from, CommandArgument argument, CancellationToken token);

/// <summary>What may follow the words of a command.</summary>
public enum CommandArgumentKind
{
    None,

    /// <summary>A span of time or a day, or nothing.</summary>
    Time,

    /// <summary>A person, mentioned or called by name, or nothing.</summary>
    Person,
}

/// <summary>The lists in which a command can be shown.</summary>
[Flags]
public enum CommandList
{
    None = 0,

    /// <summary>The help card.</summary>
    Help = 1,

    /// <summary>The buttons on top of the home.</summary>
    Home = 2,

    /// <summary>The buttons of the help card.</summary>
    HelpButtons = 4,

    /// <summary>The command list of the Teams manifest.</summary>
    TeamsMenu = 8,

    /// <summary>The usage hint of the Slack manifest.</summary>
    SlackHint = 16,
}
