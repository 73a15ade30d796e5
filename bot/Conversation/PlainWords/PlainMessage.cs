namespace IntroBot.Conversation.PlainWords;

/// <summary>
/// A message as plain words: in lower case, without signs, with contractions written out, and without the courtesies around the matter.
/// </summary>
internal static partial class PlainMessage
{
    private static readonly (string Short, string Long)[] Contractions =
    [
        ("i'm", "i am"), ("im", "i am"), ("i've", "i have"), ("i'd", "i would"), ("i'll", "i will"), ("it's", "it is"), ("let's", "let us"),
        ("don't", "do not"), ("dont", "do not"), ("doesn't", "does not"), ("didn't", "did not"), ("isn't", "is not"), ("can't", "can not"),
        ("cant", "can not"), ("cannot", "can not"), ("won't", "will not"), ("wont", "will not"), ("what's", "what is"),
        ("whats", "what is"), ("who's", "who is"), ("whos", "who is"), ("where's", "where is"), ("how's", "how is"), ("that's", "that is"),
        ("you're", "you are"), ("wanna", "want to"), ("gonna", "going to"), ("pls", "please"), ("plz", "please"), ("u", "you"),
        ("r", "are"), ("ur", "your"), ("thx", "thanks"), ("tks", "thanks"), ("ty", "thanks"), ("untill", "until"), ("till", "until"),
        ("anymore", "any more"), ("opt-out", "opt out"), ("opt-in", "opt in"), ("msgs", "messages"),
    ];

    private static readonly Dictionary<string, string> WrittenOut =
        Contractions.ToDictionary(pair => pair.Short, pair => pair.Long, StringComparer.Ordinal);

    /// <summary>The words of a message.</summary>
    public static string Of(string text)
    {
        var plain = Apostrophe().Replace(CommandText.Of(text), "'").ToLowerInvariant();
        var words = Signs().Replace(plain, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => WrittenOut.GetValueOrDefault(word, word));
        return string.Join(' ', words);
    }

    /// <summary>The matter of plain words, without “please”, “can you”, “I would like to” and the like at either end.</summary>
    public static string Matter(string words)
    {
        string before;
        do
        {
            before = words;
            words = End().Replace(Start().Replace(words, ""), "");
        }
        while (words != before && words.Length > 0);
        return words;
    }

    [GeneratedRegex("[\u2019\u2018\u02BC\u00B4`]", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    /// <summary>Signs between words; a hyphen, a dot or an apostrophe inside of a word or a date stays.</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}'.\-]+|(?<![\p{L}\p{N}])['.\-]+|['.\-]+(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(
        "^(hi|hello|hey|hallo|dear|introbot|bot|there|team|please|kindly|just|so|well|ok|sorry|now|and|but|actually|then|also|" +
        "(can|could|would|will|may) (you|i|we)|how (can|do|could|should|would|to) (i|we|you|one)|how to|" +
        "(i|we)( really| just| only)? (would like|want|need|wish|prefer|am going|am trying|would love|" +
        "would rather|think i want)( you)? to|" +
        "(i|we)( really| just)? (would like|want|need|wish)( that)? you( to)?|is it possible( for me)? to|is there (a|any) way to|" +
        "(where|when) (can|do) i|(i )?do not know how to|let me|help me to|tell me( about)?) (?=.)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(
        "(?<=.) (please|thanks|thank you|for me|now|right now|immediately|introbot|bot|ok|sorry|asap|" +
        "again please|at once|completely|forever)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
