using IntroBot.Conversation;

namespace IntroBot.Tests.Playground;

/// <summary>A story just long enough to see every kind of reply on the page.</summary>
public sealed class SampleStory
{
    public List<Interaction> Heard { get; } = [];

    /// <summary>What the next interaction is answered with, instead of the story's own answer.</summary>
    public Reply? Next { get; set; }

    /// <summary>Whether the next message finds a bug.</summary>
    public bool Breaks { get; set; }

    public Routes Routes => new(
        (typed, _) => Hear(typed, typed.Text switch
        {
            "" => new Reply.OpenForm(AskForm),
            "help" => new Reply.Say(Help),
            "status" => new Reply.Say(Offer),
            _ => new Reply.Say(Card.Titled($"Did you mean help?").Say($"I know no {new WordSpan.Bold(typed.Text)}.")),
        }),
        (message, _) => Hear(message, new Reply.Say(Card.Titled($"Heard").Quote(message.Text))),
        (home, _) => Hear(home, new Reply.ShowHome([HomeOf(home.From)])),
        (asked, _) => Hear(asked, new Reply.Options([asked.Typed])),
        (left, _) => Hear(left, new Reply.Nothing()),
        new Dictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>>
        {
            [ActionIds.AskInForm] = (pressed, _) => Hear(pressed, new Reply.OpenForm(AskForm)),
            [ActionIds.AskInChat] = (pressed, _) => Hear(pressed, new Reply.Say(Card.Titled($"Who would you like to meet?"))),
            [ActionIds.AcceptOffer] = (pressed, _) => Hear(pressed, new Reply.Replace(Accepted)),
            [ActionIds.DeclineOffer] = (pressed, _) => Hear(
                pressed, new Reply.Replace(Card.Titled($"That is fine").Say($"Nobody learns that you passed."))),
            [ActionIds.Status] = (pressed, _) => Hear(pressed, new Reply.Nothing()),
        },
        new Dictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>>
        {
            [FormIds.Ask] = (sent, _) => Hear(sent, Check(sent.Answers)),
        });

    public static Card Help => Card.Titled($"What I can do")
        .Say($"I find you a colleague who {new WordSpan.Bold("wants")} to help, and I ask them before anything else happens.")
        .Know(
            Fact.Of("/intro", $"ask for an introduction"),
            Fact.Of("/intro give", $"become a giver"),
            Fact.Of("/intro karma", $"see who you helped"))
        .With(new CardButton(ActionIds.AskInForm, "", "Ask for an introduction", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.AskInChat, "", "Ask in the chat"));

    public static Card Offer => Card.Titled($"Could you help {AvaIn()} with one question?")
        .Say($"You were asked because you listed {new WordSpan.Bold("supply chain")}. A no costs nothing and stays between us.")
        .Know(
            Fact.Of("She asks", $"Three questions in 20 minutes, by phone, about finding a first factory"),
            Fact.Of("Why you", $"You ran sourcing at a sports brand for nine years"),
            Fact.Of("In return", $"Nothing yet, and grateful"),
            Fact.Of("Open until", $"{new WordSpan.Moment(new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero), "Africa/Lagos")}"))
        .Quote("Hi Grace,\nI am about to choose my first factory and do not know what I do not know.\nA no is completely fine.")
        .Line()
        .Aside($"Only your yes is ever told. {new WordSpan.Link(new Uri("https://example.org/how"), "How offers work")}")
        .With(new CardButton(ActionIds.AcceptOffer, "intro-1", "Yes, connect us", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.DeclineOffer, "intro-1", "Not now"))
        .With(new CardButton(ActionIds.StopGiving, "", "Stop giving", ButtonStyle.Danger));

    public static Card Accepted => Card.Titled($"Thank you! You two meet in a conversation of your own.").Say($"{AvaIn()} goes first.");

    public static Form AskForm { get; } = new(
        FormIds.Ask,
        "draft-7",
        "Ask for an introduction",
        [new CardPart.Text(Words.Of($"One respectful ask. I find somebody who {new WordSpan.Bold("wants")} to be asked."))],
        [
            new FormInput.Text("who", "Who would you like to meet?", "A name, or a role with a company or field.", true, 3, 120, false, ""),
            new FormInput.Tags(
                "topics", "Topics", "They find you a willing giver.", true, 3, ["supply chain", "sourcing", "logistics"], []),
            new FormInput.Choice(
                "purpose", "What is it for?", "Pick the nearest.", true, [new("advice", "Advice"), new("job", "A job")], ""),
            new FormInput.Text("why", "Why them?", "Show a little homework.", true, 40, 400, true, ""),
            new FormInput.Choices(
                "helps", "How could they help?", "Any number.", false,
                [new("call", "A short call"), new("mail", "A written answer")], ["call"]),
            new FormInput.Date("deadline", "By when?", "Leave this empty if there is no deadline.", false, ""),
            new FormInput.Checkbox(
                "promises", "I promise to answer, to say thanks and to tell how it went", "Givers rely on this.", true, false),
        ],
        "Read it over",
        new CardButton(ActionIds.AskInChat, "", "Ask me in the chat instead"));

    private static Person AvaIn() => new(new PersonRef(new WorkspaceId("playground-1"), "ava"), "Ava Stone", "Europe/Berlin", "en");

    private static Card HomeOf(Person who) => Card.Titled($"Hello {who.FirstName}")
        .Say($"You have no open asks.")
        .With(new CardButton(ActionIds.AskInForm, "", "Ask for an introduction", ButtonStyle.Primary))
        .With(new CardButton(ActionIds.Status, "", "Refresh"));

    private static Reply Check(FormAnswers answers)
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        if (answers.Text("who").Length < 3)
        {
            errors["who"] = "This one is needed. A sentence is enough.";
        }

        if (!answers.IsTicked("promises"))
        {
            errors["promises"] = "Givers rely on these promises. Please tick the box to go on.";
        }

        return errors.Count > 0
            ? new Reply.FieldErrors(AskForm, errors.ToImmutable())
            : new Reply.Say(Card.Titled($"Your ask is on its way").Quote(answers.Text("who")));
    }

    private Task<Reply> Hear(Interaction interaction, Reply reply)
    {
        if (Breaks && interaction is Interaction.MessageSent)
        {
            throw new InvalidOperationException("a bug");
        }

        Heard.Add(interaction);
        if (interaction is Interaction.HomeOpened || Next is not { } next)
        {
            return Task.FromResult(reply);
        }

        Next = null;
        return Task.FromResult(next);
    }
}
