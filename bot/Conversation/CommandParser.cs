namespace IntroBot.Conversation;

/// <summary>Parses commands by the table, for every platform.</summary>
public static partial class CommandParser
{
    private const int MaxTypoWords = 3;

    /// <summary>The command that a text is, with days as they are meant on this day of the person's calendar.</summary>
    public static SpokenCommand Parse(string text, ImmutableArray<Person> mentioned, DateOnly today)
    {
        var bare = CommandText.Of(text) is { Length: > 0 } command ? command : text.Trim();
        var typed = BotWord().Replace(bare, "");
        var words = typed.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return new SpokenCommand.Understood(CommandTable.All[0], new CommandArgument.None());
        }

        foreach (var row in CommandTable.All)
        {
            foreach (var name in row.Synonyms.Insert(0, row.Words))
            {
                if (ArgumentText(name, typed) is { } rest && CommandArgument.Read(row.Argument, rest, mentioned, today) is { } argument)
                {
                    return argument is CommandArgument.Unreadable unreadable
                        ? new SpokenCommand.Unclear(unreadable.Sentence)
                        : new SpokenCommand.Understood(row, argument);
                }
            }
        }

        return new SpokenCommand.Unknown(BotWord().Replace(text.Trim(), ""), Nearest(words));
    }

    /// <summary>The text after the name of a command; null when the message does not begin with it.</summary>
    private static string? ArgumentText(string name, string message)
    {
        var rest = message.AsSpan().Trim();
        foreach (var word in name.Split(' '))
        {
            if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                || (rest.Length > word.Length && !char.IsWhiteSpace(rest[word.Length])))
            {
                return null;
            }

            rest = rest[word.Length..].Trim();
        }

        return rest.ToString();
    }

    /// <summary>The command that a typo probably meant: at most two letters off, and only a few words long.</summary>
    private static string? Nearest(string[] words)
    {
        if (words.Length > MaxTypoWords)
        {
            return null;
        }

        var typed = string.Join(' ', words);
        return CommandTable.All
            .Select(row => row.Words)
            .SelectMany(word =>
                new[] { (Word: word, Off: Spelling.Distance(typed, word)), (Word: word, Off: Spelling.Distance(words[0], word)) })
            .Where(each => each.Off > 0 && each.Off <= (each.Word.Length <= 4 ? 1 : 2))
            .OrderBy(each => each.Off)
            .Select(each => each.Word)
            .FirstOrDefault();
    }

    /// <summary>The slashes and the bot's name before a command.</summary>
    [GeneratedRegex(@"^/*(" + CommandTable.BotWord + @"(?!\S)\s*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BotWord();
}
