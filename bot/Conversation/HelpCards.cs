using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;

namespace IntroBot.Conversation;

/// <summary>What the bot can do, in the words a person can type.</summary>
public static class HelpCards
{
    public static Card Help { get; } = Card.Titled($"I bring people together, gently")
        .Say($"You write one clear ask. Somebody who offered to help answers with one tap. You meet, and you tell how it went.")
        .Know(
            Fact.Of("/intro", $"write an ask; or just tell me whom you would like to meet"),
            Fact.Of("status", $"your asks, and offers that wait for you"),
            Fact.Of("withdraw", $"take an ask back"),
            Fact.Of("give", $"offer to help, or change what you offer"),
            Fact.Of("pause 2w", $"rest from giving; pause until 2026-12-01 works too"),
            Fact.Of("resume", $"end a rest"),
            Fact.Of("stop giving", $"not be asked any more"),
            Fact.Of("block @name", $"never be asked by somebody; unblock @name lifts it"),
            Fact.Of("settings", $"how givers are asked here, for whoever looks after the workspace"))
        .Aside($"Put /intro before a word anywhere; here with me the word alone will do.")
        .With(new CardButton(ActionIds.Ask, "", "Write an ask", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.Give, "", "Offer to help"));

    public static Card DidYouMean(string word) => Card.Titled($"Did you mean “{word}”?")
        .Say($"Type {new WordSpan.Bold(word)}, or {new WordSpan.Bold("help")} to see all I can do.");

    public static Card NotUnderstood { get; } = Card.Titled($"I did not get that")
        .Say($"Tell me in a sentence whom you would like to meet, or type {new WordSpan.Bold("help")} to see all I can do.")
        .With(new CardButton(ActionIds.Ask, "", "Write an ask"));
}
