namespace IntroBot.Conversation;

/// <summary>One row of the command table: the command, its listing, and its handler.</summary>
/// <param name="Words">The name of the command in lists and suggestions; in lower case, with single spaces.</param>
/// <param name="HelpLine">A short description.</param>
/// <param name="Handler">The use case that handles it.</param>
public sealed record CommandDefinition(string Words, string HelpLine, CommandHandler Handler)
{
    /// <summary>Synonyms, which no list shows.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>The kind of argument.</summary>
    public CommandArgumentKind Argument { get; init; } = CommandArgumentKind.None;

    /// <summary>How lists show it, with an example argument; the name by default.</summary>
    public string Example { get; init; } = Words;

    /// <summary>The lists that show it.</summary>
    public CommandList ShownIn { get; init; } = CommandList.Help | CommandList.TeamsMenu;

    /// <summary>Whether the word alone only shows something, and changes nothing.</summary>
    public bool OnlyShows { get; init; }

    /// <summary>The command as a button; null where there is none.</summary>
    public CardButton? Button { get; init; }
}

/// <summary>Handles a command; services are resolved per call.</summary>
public delegate Task<Reply> CommandHandler(IServiceProvider services, Interaction from, CommandArgument argument, CancellationToken token);

/// <summary>The kinds of arguments of commands.</summary>
public enum CommandArgumentKind
{
    None,

    /// <summary>A duration or a day, or nothing.</summary>
    Time,

    /// <summary>A person, mentioned or by name, or nothing.</summary>
    Person,
}

/// <summary>The lists in which a command can be shown.</summary>
[Flags]
public enum CommandList
{
    None = 0,

    /// <summary>The help card.</summary>
    Help = 1,

    /// <summary>The buttons at the top of the home.</summary>
    Home = 2,

    /// <summary>The buttons of the help card.</summary>
    HelpButtons = 4,

    /// <summary>The command list of the Teams manifest.</summary>
    TeamsMenu = 8,

    /// <summary>The usage hint of the Slack manifest.</summary>
    SlackHint = 16,
}
