using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>Reads commands by the table, in one place for every platform.</summary>
public static partial class CommandParser
{
    private const int MaxSlipWords = 3;

    public static SpokenCommand Parse(string text, ImmutableArray<Person> mentioned)
    {
        var said = BotWord().Replace(text.Trim(), "");
        var words = said.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return new SpokenCommand.Understood(CommandTable.All[0], new CommandArgument.None());
        }

        foreach (var row in CommandTable.All)
        {
            foreach (var name in row.Synonyms.Insert(0, row.Words))
            {
                if (After(name, said) is { } rest && CommandArgument.Read(row.Argument, rest, mentioned) is { } argument)
                {
                    return argument is CommandArgument.Unreadable unreadable
                        ? new SpokenCommand.Unclear(unreadable.Sentence)
                        : new SpokenCommand.Understood(row, argument);
                }
            }
        }

        return new SpokenCommand.Unknown(said, Nearest(words));
    }

    /// <summary>What follows a command's words, as it was written; null where other words stand there.</summary>
    private static string? After(string name, string said)
    {
        var rest = said.AsSpan().Trim();
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

    /// <summary>The command a slip was probably meant to be: at most two letters off, and no more than a few words long.</summary>
    private static string? Nearest(string[] words)
    {
        if (words.Length > MaxSlipWords)
        {
            return null;
        }

        var typed = string.Join(' ', words);
        return CommandTable.All
            .Select(row => row.Words)
            .SelectMany(word =>
                new[] { (Word: word, Off: Spelling.Distance(typed, word)), (Word: word, Off: Spelling.Distance(words[0], word)) })
            .Where(each => each.Off <= (each.Word.Length <= 4 ? 1 : 2))
            .OrderBy(each => each.Off)
            .Select(each => each.Word)
            .FirstOrDefault();
    }

    /// <summary>Slashes and the bot's own word in front of a command.</summary>
    [GeneratedRegex(@"^/*(" + CommandTable.BotWord + @"(?!\S)\s*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BotWord();
}
