using IntroBot.Conversation;

namespace IntroBot.Slack.Inbound;

/// <summary>Private words that only make sense in Slack.</summary>
internal static class AdmissionCards
{
    public static Card NotInstalled { get; } = Card.Titled($"I am not at home here yet")
        .Say($"IntroBot is not installed in this workspace. Please ask somebody who looks after it to add me.");

    public static Card Unknown { get; } = Card.Titled($"One moment, please")
        .Say($"Slack did not tell me who you are just now. Nothing was done yet; please try again in a minute.");

    public static Card Broken { get; } = Card.Titled($"That did not work, and it is my fault")
        .Say($"Nothing was done. Please try again in a minute; what you wrote before is safe.");

    /// <summary>For the person who installed the app.</summary>
    public static Card Welcome { get; } = Card.Titled($"Thank you for inviting me")
        .Say($"I bring people together, gently. Be the first who offers to help: when others ask, somebody is there.")
        .Aside($"Everybody can type /intro in any channel, or write to me here. Admins choose with /intro settings where offers arrive.")
        .With(new CardButton(ActionIds.Give, "", "Offer to help", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.Help, "", "What can you do?"));

    /// <summary>Stands in the empty Messages tab of a newcomer.</summary>
    public static Card Hello { get; } = Card.Titled($"Hello, I am IntroBot")
        .Say($"I bring people together, gently: one clear ask, to one willing person at a time.")
        .Say($"Tell me here in a sentence whom you would like to meet, and I help you with the rest. Or offer to help others yourself.")
        .Aside($"I write only when there is something for you. Type help to see all I can do; /intro works in every channel.")
        .With(CommandTable.ButtonsIn(CommandList.HelpButtons))
        .With(new CardButton(ActionIds.Help, "", "What can you do?"));

    public static Card TooLong { get; } = Card.Titled($"That is a long message")
        .Say($"A few sentences are plenty, and nothing was done yet. "
            + $"Tell me in a sentence or two whom you would like to meet, or type {new WordSpan.Bold("help")}.");

    public static Card Mend(IEnumerable<string> sentences) =>
        Card.Titled($"Please look at this again").With(sentences.Select(sentence => new CardPart.Text(Words.Of($"{sentence}"))));

    /// <summary>Stands where the person acted while the conversation goes on in the bot's chat.</summary>
    public static Card Elsewhere { get; } = Card.Titled($"Let us go on in our chat")
        .Say($"I have written to you there, where only you and I can read.");

    /// <summary>For a form that could not open, since nothing had been pressed or Slack's three seconds were over.</summary>
    public static Card OpenIt(Form form) => Card.Titled($"{form.Title}").Say($"Press the button and the form opens.").With(form.Opener());
}
