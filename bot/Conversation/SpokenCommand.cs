namespace IntroBot.Conversation;

/// <summary>What somebody's words mean as a command: a closed set.</summary>
public abstract record SpokenCommand
{
    private SpokenCommand() { }

    /// <summary>A command of the table with a readable argument.</summary>
    public sealed record Understood(CommandDefinition Command, CommandArgument Argument) : SpokenCommand;

    /// <summary>A command whose argument cannot be read; the sentence says how to write it.</summary>
    public sealed record Unclear(string Sentence) : SpokenCommand;

    /// <summary>No command; <paramref name="Suggestion"/> is the one it may be a slip of.</summary>
    public sealed record Unknown(string Text, string? Suggestion) : SpokenCommand
    {
        private const int MinSentenceWords = 3;

        /// <summary>True when somebody seems to say whom they would like to meet, rather than hello.</summary>
        public bool IsSentence => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= MinSentenceWords;
    }
}
