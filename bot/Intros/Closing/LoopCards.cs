namespace IntroBot.Intros.Closing;

/// <summary>The cards from the connection to thanks.</summary>
public static class LoopCards
{
    public static Card Connection(Intro intro) => intro.Accepted is not { } yes
        ? throw new UnreachableException()
        : Card.Titled($"{intro.Asker.FirstName} and {yes.Giver.FirstName}, meet each other")
            .Say($"{intro.Asker} asked: {intro.Ask.SmallStep}")
            .Say($"{yes.Giver} said yes, and knows about {string.Join(", ", yes.Because)}.")
            .Quote(intro.Ask.Note)
            .Say($"{intro.Asker}, the next move is yours: please propose two times.");

    public static Card SaidYes(Intro intro) => intro.Accepted is not { } yes
        ? throw new UnreachableException()
        : Card.Titled($"{yes.Giver} said yes")
            .Say($"I have opened a conversation for the two of you, with your note in it. Please propose two times there.")
            .Aside($"In a few days I will ask how it went.");

    /// <summary>For people the bot could not bring into one conversation: each card links to the other person.</summary>
    public static Card ConnectedApart(Intro intro, PersonRef reader) => intro.Accepted is not { } yes
        ? throw new UnreachableException()
        : reader == intro.Asker.Ref
            ? Card.Titled($"{yes.Giver} said yes")
                .Say($"The next move is yours: please write to {yes.Giver} and propose two times.")
                .With(new CardPart.ChatLink(
                    [yes.Giver],
                    $"Hello {yes.Giver.FirstName}, thank you for saying yes. {intro.Ask.SmallStep} Two times that would suit me: "))
                .Aside($"In a few days I will ask how it went.")
            : Card.Titled($"{intro.Asker} will write to you")
                .Say($"I told {intro.Asker} that you said yes, and asked for two times to choose from.")
                .With(new CardPart.ChatLink(
                    [intro.Asker], $"Hello {intro.Asker.FirstName}, I am glad to help. Which two times would suit you?"));

    public static Card HowItWent(Intro intro) => Card.Titled($"Did you and {GiverName(intro)} get to talk?")
        .Say($"Whatever the answer, it helps: people who give like to know.")
        .With(new CardButton(ActionIds.Met, ButtonValue.Of(intro), "We met", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.NotYet, ButtonValue.Of(intro), "Not yet"))
        .With(new CardButton(ActionIds.NeverReplied, ButtonValue.Of(intro), "They never replied"))
        .With(new CardButton(ActionIds.WentNowhere, ButtonValue.Of(intro), "It went nowhere"));

    /// <summary>Replaces the card of a question that is answered, or asked again.</summary>
    public static Card HowItWentOver(Intro intro, int number) => intro switch
    {
        { Stage: IntroStage.Closed } =>
            Card.Titled($"You told how it went with {GiverName(intro)}").Say($"And you said thanks. The circle is closed."),
        { Outcome: not null } => Told(intro),
        _ when number < intro.Questions =>
            Card.Titled($"I asked how it went with {GiverName(intro)}").Say($"There is a newer question below."),
        _ => NotYet(intro),
    };

    public static Card NotYet(Intro intro) => Card.Titled($"No hurry")
        .Say($"I will ask again in a few days. If {GiverName(intro)} waits for two times from you, now is a good moment.");

    public static Card Told(Intro intro) => Card.Titled($"Thank you for telling")
        .Say($"{OutcomeWords(intro)} One thing is left: a word of thanks to {GiverName(intro)}, in your own words.")
        .With(new CardButton(ActionIds.SayThanks, ButtonValue.Of(intro), "Write the thank-you", ButtonStyle.Primary));

    public static Card Closed(Intro intro) => Card.Titled($"The circle is closed")
        .Say($"{GiverName(intro)} will read your thanks. Thank you for closing the loop; it is why people here go on giving.");

    /// <summary>Invites an asker who was helped to give.</summary>
    public static Card ClosedWithInvitation(Intro intro) => Closed(intro)
        .Say($"Would you be there for somebody else one day? "
            + $"You say what you know and how often you may be asked, and you can pause at any time.")
        .With(new CardButton(ActionIds.Give, "", "Offer to help"));

    public static Card Thanks(Intro intro) => ThanksWords(intro)
        .With(new CardButton(ActionIds.MayAskAgain, ButtonValue.Of(intro), $"{intro.Asker.FirstName} may ask me again"));

    /// <summary>The thanks after the giver has said that the asker may come again.</summary>
    public static Card ThanksAndWelcome(Intro intro) => ThanksWords(intro)
        .Aside($"{intro.Asker.FirstName} may ask you again. I tell nobody; it only means that I may.");

    private static Card ThanksWords(Intro intro)
    {
        var card = Card.Titled($"{intro.Asker} says thank you")
            .Quote(intro.Thanks)
            .Say(intro.Outcome switch
            {
                Outcome.Met => $"You two met.",
                Outcome.NeverReplied =>
                    $"You two did not get to talk in the end; {intro.Asker.FirstName} thanks you for the yes all the same.",
                Outcome.WentNowhere =>
                    $"It led nowhere this time. {intro.Asker.FirstName} wanted you to know, and to thank you all the same.",
                null => throw new UnreachableException("Thanks follow an outcome."),
            });
        return (intro.Worth.Length > 0 ? card.Say($"What it was worth: {intro.Worth}") : card)
            .Aside($"You opened this door. There is nothing to do.");
    }

    public static Form ThanksForm(Intro intro) => new(
        FormIds.Thanks,
        ButtonValue.Of(intro),
        $"Thank {GiverName(intro)}",
        [new CardPart.Text(Words.Of($"{OutcomeWords(intro)} {GiverName(intro)} reads this exactly as you write it."))],
        [
            new FormInput.Text(
                ThanksField, "Your thanks", "Two honest sentences are plenty.",
                Required: true, MinThanksLength, MaxThanksLength, Multiline: true, intro.Thanks),
            new FormInput.Text(
                WorthField, "What was it worth to you?", "An insight, a decision, a next step. Leave it empty if it is too early.",
                Required: false, 0, MaxWorthLength, Multiline: true, intro.Worth),
        ],
        "Send thanks");

    public const string ThanksField = "thanks";
    public const string WorthField = "worth";
    public const int MinThanksLength = 2;
    public const int MaxThanksLength = 500;
    public const int MaxWorthLength = 300;

    private static string GiverName(Intro intro) => intro.Accepted?.Giver.FirstName ?? "your giver";

    private static string OutcomeWords(Intro intro) => intro.Outcome switch
    {
        Outcome.Met => "You met.",
        Outcome.NeverReplied => "You did not get to talk.",
        Outcome.WentNowhere => "It went nowhere, and that is worth knowing too.",
        null => "",
    };
}
