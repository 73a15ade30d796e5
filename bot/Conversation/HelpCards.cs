namespace IntroBot.Conversation;

/// <summary>The help cards, written in commands a person can type.</summary>
public static class HelpCards
{
    public static Card Help { get; } = Card.Titled($"I bring people together, gently")
        .Say($"You write one clear ask. Somebody who offered to help answers with one tap. You meet, and you tell how it went.")
        .Know(CommandTable.In(CommandList.Help).Select(row => Fact.Of(row.Example, $"{row.HelpLine}")))
        .Aside($"Here with me the word alone will do; anywhere else, type /intro first.")
        .With(CommandTable.ButtonsIn(CommandList.HelpButtons));

    public static Card Home { get; } = Card.Titled($"Your home")
        .Say($"Your asks, offers and profile stand together on my home. Open it beside our chat.");
}
