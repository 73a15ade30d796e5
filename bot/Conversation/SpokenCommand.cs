namespace IntroBot.Conversation;

/// <summary>The meaning of a message as a command: a closed set.</summary>
public abstract record SpokenCommand
{
    private SpokenCommand() { }

    /// <summary>A known command with a readable argument.</summary>
    public sealed record Understood(CommandDefinition Command, CommandArgument Argument) : SpokenCommand;

    /// <summary>A known command with an unreadable argument; the sentence explains the format.</summary>
    public sealed record Unclear(string Sentence) : SpokenCommand;

    /// <summary>No command; <paramref name="Suggestion"/> is the one it may be a typo of.</summary>
    public sealed record Unknown(string Text, string? Suggestion) : SpokenCommand
    {
        private const int MinSentenceWords = 3;

        /// <summary>Whether the text is long enough to describe whom the person wants to meet.</summary>
        public bool IsSentence => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= MinSentenceWords;
    }
}
