namespace IntroBot.Conversation;

/// <summary>The help cards, written in commands a person can type.</summary>
public static class HelpCards
{
    public static Card Help { get; } = Card.Titled($"I bring people together, gently")
        .Say($"You write one clear ask. Somebody who offered to help answers with one tap. You meet, and you tell how it went.")
        .Know(CommandTable.In(CommandList.Help).Select(row => Fact.Of(row.Example, $"{row.HelpLine}")))
        .Aside($"Put /intro before a word anywhere; here with me the word alone will do.")
        .With(CommandTable.ButtonsIn(CommandList.HelpButtons));

    public static Card DidYouMean(string word) => Card.Titled($"Did you mean “{word}”?")
        .Say($"Type {new WordSpan.Bold(word)}, or {new WordSpan.Bold("help")} to see all I can do.");

    public static Card Home { get; } = Card.Titled($"Your home")
        .Say($"Your asks, offers and profile stand together on my home. Open it beside our chat.");

    public static Card NotUnderstood { get; } = Card.Titled($"I did not get that")
        .Say($"Tell me in a sentence whom you would like to meet, or type {new WordSpan.Bold("help")} to see all I can do.")
        .With(CommandTable.All[0].Button! with { Style = ButtonStyle.Plain });
}
