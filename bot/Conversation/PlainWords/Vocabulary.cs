namespace IntroBot.Conversation.PlainWords;

/// <summary>
/// Phrases that say something by themselves, and fillers that may stand beside them: a message says it when it is made of nothing else.
/// </summary>
internal sealed class Vocabulary(IEnumerable<string> phrases, IEnumerable<string> fillers)
{
    private const int MaxWordsInPhrase = 6;

    private readonly HashSet<string> phrases = new(phrases, StringComparer.Ordinal);
    private readonly HashSet<string> fillers = new(fillers, StringComparer.Ordinal);

    /// <summary>Whether the words are phrases and fillers, one after the other, with at least one phrase.</summary>
    public bool Says(string words)
    {
        var each = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // Reachable ends of what was read so far, without and with a phrase in it.
        var (only, said) = (new bool[each.Length + 1], new bool[each.Length + 1]);
        only[0] = true;
        for (var start = 0; start < each.Length; start++)
        {
            for (var length = 1; (only[start] || said[start]) && length <= Math.Min(MaxWordsInPhrase, each.Length - start); length++)
            {
                var part = string.Join(' ', each, start, length);
                var (isPhrase, isFiller) = (phrases.Contains(part), fillers.Contains(part));
                said[start + length] |= isPhrase || (isFiller && said[start]);
                only[start + length] |= isFiller && only[start];
            }
        }

        return each.Length > 0 && said[each.Length];
    }
}
