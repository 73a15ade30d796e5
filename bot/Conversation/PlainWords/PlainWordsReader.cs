namespace IntroBot.Conversation.PlainWords;

/// <summary>Reads what a message means that is no command: a wish, an answer, a courtesy, or a sentence about somebody to meet.</summary>
public static class PlainWordsReader
{
    /// <summary>Longer messages are no wish and no courtesy, in characters.</summary>
    private const int MaxShort = 140;

    /// <summary>
    /// The meaning, seen from the person's own day. A yes or a no counts only where <paramref name="isAsked"/>: a question waits for one.
    /// </summary>
    public static Meaning Read(string text, DateOnly today, bool isAsked)
    {
        var words = PlainMessage.Of(text);
        var isShort = words.Length is > 0 and <= MaxShort;
        return (isShort && isAsked ? Manners.AnswerIn(words) : null)
            ?? (isShort ? Wishes.Find(words, today) : null)
            ?? (isShort ? Manners.CourtesyIn(words) : null)
            ?? (AskSentence.WhoIn(text) is { } who ? new Meaning.AskSentence(who) : null)
            ?? (isShort ? Manners.AnswerIn(words) : null)
            ?? (Meaning)new Meaning.Unknown();
    }

    /// <summary>The yes or no that a message is; null where it is neither.</summary>
    public static Meaning.Answer? AnswerIn(string text) =>
        PlainMessage.Of(text) is { Length: <= MaxShort } words ? Manners.AnswerIn(words) : null;
}
