using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>Reads commands, in one place for every platform.</summary>
public static partial class CommandParser
{
    /// <summary>The words that start a command, as help lists them.</summary>
    public static ImmutableArray<string> Words { get; } =
        ["ask", "give", "pause", "resume", "stop giving", "status", "withdraw", "block", "unblock", "settings", "help"];

    private static readonly TimeSpan DefaultPause = TimeSpan.FromDays(14);

    public static Command Parse(string text, ImmutableArray<Person> mentioned)
    {
        var said = Intro().Replace(text.Trim(), "");
        var words = said.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] or ["ask"] => new Command.Ask(),
            ["give"] or ["give", "edit"] => new Command.Give(),
            ["pause", .. var rest] => Pause(string.Join(' ', rest)),
            ["resume"] => new Command.Resume(),
            ["stop", "giving"] => new Command.StopGiving(),
            ["status"] => new Command.Status(),
            ["withdraw"] => new Command.Withdraw(),
            ["block", ..] when words.Length <= 1 + MaxNameWords => new Command.Block(mentioned, Called(said, mentioned)),
            ["unblock", ..] when words.Length <= 1 + MaxNameWords => new Command.Unblock(mentioned, Called(said, mentioned)),
            ["settings"] => new Command.Settings(),
            ["help"] or ["?"] or ["hilfe"] => new Command.Help(),
            _ => new Command.Unknown(said, Nearest(words)),
        };
    }

    private const int MaxNameWords = 6;

    /// <summary>What follows the first word, as it was written.</summary>
    private static string Called(string said, ImmutableArray<Person> mentioned) =>
        mentioned.IsEmpty && said.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [_, var name]
            ? name.Trim(' ', '@')
            : "";

    private static Command Pause(string rest)
    {
        if (rest.Length == 0)
        {
            return new Command.PauseFor(DefaultPause);
        }

        if (Span().Match(rest) is { Success: true } span
            && int.TryParse(span.Groups["n"].ValueSpan, CultureInfo.InvariantCulture, out var count)
            && count > 0)
        {
            return new Command.PauseFor(
                TimeSpan.FromDays((long)count * (span.Groups["unit"].Value[0] switch { 'd' => 1, 'w' => 7, _ => 30 })));
        }

        return Until().Match(rest) is { Success: true } until
            && DateOnly.TryParseExact(
                until.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Command.PauseUntil(day)
            : new Command.Unclear("For how long? Say pause 2w, pause 10d, or pause until 2026-12-01.");
    }

    /// <summary>The command a slip was probably meant to be: at most two letters off, and no more than a few words long.</summary>
    private static string? Nearest(string[] words)
    {
        if (words.Length > 3)
        {
            return null;
        }

        var typed = string.Join(' ', words);
        return Words
            .SelectMany(word =>
                new[] { (Word: word, Off: Spelling.Distance(typed, word)), (Word: word, Off: Spelling.Distance(words[0], word)) })
            .Where(each => each.Off <= (each.Word.Length <= 4 ? 1 : 2))
            .OrderBy(each => each.Off)
            .Select(each => each.Word)
            .FirstOrDefault();
    }

    [GeneratedRegex(@"^(for )?(?<n>\d{1,3}) ?(?<unit>d|w|m)(ays?|eeks?|onths?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    /// <summary>The bot's own word in front of a command, as it is typed where there is no slash.</summary>
    [GeneratedRegex(@"^/*(intro(?!\S)\s*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Intro();

    [GeneratedRegex(@"^until (?<day>\d{4}-\d{2}-\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Until();
}
