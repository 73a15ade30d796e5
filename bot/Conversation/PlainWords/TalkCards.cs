using IntroBot.Chat;
using IntroBot.Intros;

namespace IntroBot.Conversation.PlainWords;

/// <summary>The cards with which the bot answers plain words.</summary>
public static class TalkCards
{
    /// <summary>The longest sentence that a button carries, in characters.</summary>
    private const int MaxSentence = 300;

    public static CardButton Ask { get; } = new(ActionIds.Ask, "", "Write an ask");

    public static CardButton OfferToHelp { get; } = new(ActionIds.Give, "", "Offer to help");

    public static CardButton Status { get; } = new(ActionIds.Status, "", "See what is open");

    public static Card Greeting(Person person, ImmutableArray<CardButton> next) => Card.Titled($"Hello {person.FirstName}")
        .Say($"Good to see you. I bring people together: somebody asks, somebody who offered to help says yes. What would you like to do?")
        .With(next);

    public static Card YouAreWelcome(ImmutableArray<CardButton> next) =>
        Card.Titled($"You are welcome").Say($"I am here whenever you need me.").With(next);

    public static Card AllRight(ImmutableArray<CardButton> next) =>
        Card.Titled($"All right").Say($"Nothing waits for an answer from you just now.").With(next);

    public static Card NoAsk(ImmutableArray<CardButton> next) =>
        Card.Titled($"All right, no ask").Say($"I have not kept your words. Here is what you could do instead.").With(next);

    /// <summary>Asks whether a sentence is an ask, with whom as it was understood.</summary>
    public static Card ReadBack(string who, string sentence) => Card.Titled($"Shall I make this an ask?")
        .Say($"So you would like to meet {new WordSpan.Bold(who)}.")
        .With(new CardButton(ActionIds.AskWithWords, Carried(sentence), "Yes, start", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.NoAsk, "", "No"));

    /// <summary>Asks back about an offer; the word alone answers nothing.</summary>
    public static Card AnswerBack(OpenQuestion question, bool isYes)
    {
        var value = ButtonValue.Of(question.Intro, question.Offer.Id.Value);
        var asker = question.Intro.Asker;
        var card = isYes
            ? Card.Titled($"Shall I tell {asker.FirstName} yes?").Say($"{asker} hopes to meet {question.Intro.Ask.Who}.")
            : Card.Titled($"Shall I pass this one on?").Say($"It is {asker}’s ask. A no is free and stays with me.");
        return card
            .With(new CardButton(ActionIds.AcceptOffer, value, "Yes, connect us", isYes ? ButtonStyle.Primary : ButtonStyle.Plain))
            .With(new CardButton(ActionIds.DeclineOffer, value, "Not now"));
    }

    public static Card CommandOrAnswer(CommandDefinition command) => Card.Titled($"Is “{command.Words}” your answer?")
        .Say($"It is also something I can do: {command.HelpLine}.")
        .With(Run(command.Words, $"No, do “{command.Words}”"));

    public static CardButton UseAsAnswer(Intro draft, string words) =>
        new(ActionIds.UseAsAnswer, ButtonValue.Of(draft, $"{draft.Drafting.Field}|{Carried(words)}"), "Use it as my answer");

    public static Card DidYouMean(string word) => Card.Titled($"Did you mean “{word}”?")
        .With(Run(word, $"Yes, {word}")).With(new CardButton(ActionIds.Help, "", "What can you do?"));

    public static Card NotUnderstood(string sentence) => Card.Titled($"Sorry, I did not follow")
        .Say($"Are you looking for somebody, or would you like to help?")
        .With(sentence.Length > 0
            ? new CardButton(ActionIds.AskWithWords, Carried(sentence), "I am looking for somebody")
            : new CardButton(ActionIds.Ask, "", "I am looking for somebody"))
        .With(new CardButton(ActionIds.Give, "", "I would like to help"));

    /// <summary>Offers the pause that was wished for, with the day it was understood as.</summary>
    public static Card Pause(SpokenTime? time, DateOnly today) => time is not null
        ? PauseUntil(time.From(today))
        : Card.Titled($"A break from being asked?")
            .Say($"For how long? You can also write until when, such as {new WordSpan.Bold("pause until Friday")}.")
            .With(Run("pause 1w", "Pause for a week")).With(Run("pause 2w", "Pause for 2 weeks"));

    public static Card NotPaused { get; } = Card.Titled($"You are not on a break")
        .Say($"You may be asked as usual, gently and one ask at a time.")
        .With(Run("give", "See what I offer"));

    public static Card StopGiving { get; } = Card.Titled($"Shall I stop asking you?")
        .Say($"One tap is enough, and nobody hears of it. A break is possible, too.")
        .With(Run("stop giving", "Stop asking me"))
        .With(Run("pause 2w", "A break of 2 weeks"));

    public static Card NobodyAsks { get; } = Card.Titled($"Nobody asks you anything here")
        .Say($"I only ask people who have offered to help, and you have not. There is nothing to stop.")
        .With(Status);

    public static Card WhatToStop(Intro? draft, bool isGiver)
    {
        var card = Card.Titled($"What shall I stop?");
        card = (draft, isGiver) switch
        {
            (null, false) => Card.Titled($"There is nothing to stop")
                .Say($"You have no ask half written, and I only ask people who have offered to help."),
            (not null, false) => card.Say($"You have an ask half written: {draft.Ask.Who}"),
            (null, true) => card.Say($"You can take a break from being asked, or stop giving. Nobody hears of it."),
            (not null, true) => card.Say($"You have an ask half written, and you are somebody I ask for help."),
        };
        return card
            .With(draft is null ? [] : [new CardButton(ActionIds.DiscardDraft, ButtonValue.Of(draft), "Discard my draft")])
            .With(isGiver ? [Run("pause 2w", "A break of 2 weeks"), Run("stop giving", "Stop giving")] : [Status]);
    }

    public static Card Give { get; } = Card.Titled($"How kind of you")
        .Say($"Tell me what you know about and how often you may be asked. You can pause or stop at any time, and a no is always free.")
        .With(OfferToHelp);

    public static Card Erase(bool isGiver) => Card.Titled($"Your data")
        .Say($"I cannot erase it by myself yet; please ask whoever looks after IntroBot here. "
            + $"What I can do at once: take back an ask"
            + $"{(isGiver ? ", and stop asking you" : "")}.")
        .With(Run("withdraw", "Take back an ask"))
        .With(isGiver ? [Run("stop giving", "Stop asking me")] : []);

    public static Card KnownAboutMe(ImmutableArray<CardButton> next) => Card.Titled($"What I keep about you")
        .Say($"Your name and time zone, the asks you wrote and what became of them, and, if you offered to help, your profile, "
            + $"whom you block, and which asks reached you. Nothing of our chat beside that.")
        .With(next);

    public static Card WhoReads(ImmutableArray<CardButton> next) => Card.Titled($"Who reads what")
        .Say($"An ask is read, with your name, by the one person who is asked at the moment, "
            + $"and by the givers’ channel where there is one. A no, and silence, stay with me.")
        .Say($"What you write to me here is for me alone, until you send it.")
        .With(next);

    private static Card PauseUntil(DateOnly day) => Card.Titled($"A break until {Spoken(day)}?")
        .Say($"Nothing will reach you until then, and I will tell you when it ends.")
        .With(Run($"pause until {day:yyyy-MM-dd}", $"Pause until {Spoken(day)}", ButtonStyle.Primary));

    private static string Spoken(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private static CardButton Run(string command, string label, ButtonStyle style = ButtonStyle.Plain) =>
        new(ActionIds.Type, command, label, style);

    /// <summary>A sentence as a button carries it: one line without invisible letters.</summary>
    private static string Carried(string sentence) => VisibleText.Shorten(
        string.Join(' ', VisibleText.Clean(sentence).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxSentence);
}
