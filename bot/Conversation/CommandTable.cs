using IntroBot.Conversation.PlainWords;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Drafting;
using IntroBot.Stewards;

namespace IntroBot.Conversation;

/// <summary>
/// All commands. Parser, suggestions, help, home, message router and manifests read this table, and no other place names a command.
/// </summary>
public static class CommandTable
{
    /// <summary>The bot's name before a command, typed where there is no slash command.</summary>
    public const string BotWord = "intro";

    /// <summary>The command for the bot's home; a platform whose home is a chat message shows it there.</summary>
    public static CommandDefinition Home { get; } = new("home", "your asks, offers and profile, all in one place",
        (_, _, _, _) => Task.FromResult<Reply>(new Reply.Say(HelpCards.Home)))
    {
        ShownIn = CommandList.TeamsMenu,
        OnlyShows = true,
    };

    /// <summary>Blocks a person; on a platform without mentions, a person is identified by name.</summary>
    public static CommandDefinition Block { get; } = new("block", "never be asked by somebody; unblock @name lifts it",
        (services, from, argument, token) =>
            services.The<BlockPeople>().BlockAsync(from, Mentioned(argument), Called(argument), token))
    {
        Example = "block @name",
        Argument = CommandArgumentKind.Person,
        ShownIn = CommandList.Help,
    };

    /// <summary>The commands in the order of the lists; the first is the default when only the bot's name is typed.</summary>
    public static ImmutableArray<CommandDefinition> All { get; } =
    [
        new("ask", "write an ask; or just tell me whom you would like to meet",
            (services, from, _, token) => services.The<StartAsk>().StartAsync(from, "", token))
        {
            Example = "/intro",
            ShownIn = CommandList.Help | CommandList.Home | CommandList.HelpButtons | CommandList.TeamsMenu,
            Button = new CardButton(ActionIds.Ask, "", "Write an ask", ButtonStyle.Primary),
        },
        new("status", "your asks, and offers that wait for you",
            (services, from, _, token) => services.The<ShowStatus>().StatusAsync(from, token))
        {
            OnlyShows = true,
            ShownIn = CommandList.Help | CommandList.TeamsMenu | CommandList.SlackHint,
        },
        Home,
        new("withdraw", "take an ask back", (services, from, _, token) => services.The<ShowStatus>().WithdrawAsync(from, token))
        {
            OnlyShows = true,
        },
        new("give", "offer to help, or change what you offer",
            (services, from, _, token) => services.The<EditGiverProfile>().OpenAsync(from.From, token))
        {
            Synonyms = ["give edit"],
            ShownIn = CommandList.Help | CommandList.HelpButtons | CommandList.TeamsMenu | CommandList.SlackHint,
            Button = new CardButton(ActionIds.Give, "", "Offer to help"),
        },
        new("pause", "take a break from being asked; pause until Friday works too", PauseAsync)
        {
            Example = "pause 2w",
            Argument = CommandArgumentKind.Time,
            ShownIn = CommandList.Help | CommandList.TeamsMenu | CommandList.SlackHint,
        },
        new("resume", "be asked again", (services, from, _, token) => services.The<ChangeAvailability>().ResumeAsync(from, token)),
        new("stop giving", "not be asked any more", (services, from, _, token) =>
            services.The<ChangeAvailability>().StopAsync(from, token)),
        new("stop", "what can be stopped", (services, from, _, token) => services.The<AnswerPlainWords>().StopAsync(from, token))
        {
            ShownIn = CommandList.None,
            OnlyShows = true,
        },
        Block,
        new("unblock", "lift a block",
            (services, from, argument, token) =>
                services.The<BlockPeople>().UnblockAsync(from, Mentioned(argument), Called(argument), token))
        {
            Example = "unblock @name",
            Argument = CommandArgumentKind.Person,
            ShownIn = CommandList.None,
        },
        new("settings", "how givers are asked here, for whoever looks after the workspace",
            (services, from, _, token) => services.The<ChangeSettings>().OpenAsync(from, token)),
        new("help", "what I can do", (_, _, _, _) => Task.FromResult<Reply>(new Reply.Say(HelpCards.Help)))
        {
            Synonyms = ["?", "hilfe", "ajuda", "ayuda", "aide", "aiuto", "pomoc"],
            OnlyShows = true,
            ShownIn = CommandList.TeamsMenu | CommandList.SlackHint,
        },
    ];

    /// <summary>The commands that one list shows.</summary>
    public static IEnumerable<CommandDefinition> In(CommandList list) => All.Where(row => row.ShownIn.HasFlag(list));

    /// <summary>The buttons that one list shows.</summary>
    public static IEnumerable<CardButton> ButtonsIn(CommandList list) => In(list).Select(row => row.Button).OfType<CardButton>();

    private static Task<Reply> PauseAsync(IServiceProvider services, Interaction from, CommandArgument argument, CancellationToken token) =>
        argument switch
        {
            CommandArgument.Span span => services.The<ChangeAvailability>().PauseAsync(from, span.Time, token),
            CommandArgument.Day day => services.The<ChangeAvailability>().PauseAsync(from, day.Date, token),
            CommandArgument.None => services.The<ChangeAvailability>().PauseAsync(from, token),
            _ => throw new UnreachableException(),
        };

    private static Person? Mentioned(CommandArgument argument) => (argument as CommandArgument.People)?.Mentioned.FirstOrDefault();

    private static string Called(CommandArgument argument) => (argument as CommandArgument.People)?.Called ?? "";
}
