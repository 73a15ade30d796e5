namespace IntroBot.Givers;

/// <summary>The cards about a person's giving.</summary>
public static class GiverCards
{
    private const int MaxChoices = 6;

    public static Card Welcome(Giver giver) => Profile(giver) with
    {
        Title = Words.Of($"Thank you, {giver.Person.FirstName}. It is good to have you"),
    };

    public static Card Saved(Giver giver) => Profile(giver) with { Title = Words.Of($"Saved") };

    public static Card Profile(Giver giver)
    {
        var card = Card.Titled($"What you offer").Know(
        [
            Fact.Of("Topics", $"{string.Join(", ", giver.Profile.Topics)}"),
            .. giver.Profile.Companies.Length > 0
                ? [Fact.Of("Companies", $"{string.Join(", ", giver.Profile.Companies)}")]
                : Array.Empty<Fact>(),
            Fact.Of("At most", $"{GiverForms.CapLabel(giver.Profile.WeeklyCap)}, one at a time"),
            Fact.Of("Working days", $"{WeekdayNames.WorkingDays(giver.Profile.Quiet)}"),
            Fact.Of("Quiet hours", $"{Quiet(giver.Profile.Quiet)}"),
            .. giver.PausedUntil is { } until
                ? [Fact.Of("Paused until", $"{new WordSpan.Moment(until, giver.Person.TimeZone)}")]
                : Array.Empty<Fact>(),
        ]);
        return card
            .With(new CardButton(ActionIds.Give, "", "Edit"))
            .With(giver.PausedUntil is null
                ? new CardButton(ActionIds.Pause, "", "Pause for 2 weeks")
                : new CardButton(ActionIds.Resume, "", "Resume"))
            .With(new CardButton(ActionIds.StopGiving, "", "Stop giving"));
    }

    public static Card NotAGiver { get; } = Card.Titled($"You have not offered to help yet")
        .Say($"Nobody is asked who has not said so first. "
            + $"If you like, tell me what you know about; two asks a week at most, and you can stop at any time.")
        .With(new CardButton(ActionIds.Give, "", "Offer to help"));

    public static Card Paused(Giver giver) => Card.Titled($"Enjoy the rest")
        .Say($"Nothing will reach you until {new WordSpan.Moment(giver.PausedUntil!.Value, giver.Person.TimeZone)}. "
            + $"I will tell you when the pause ends.")
        .With(new CardButton(ActionIds.Resume, "", "Resume now"));

    /// <summary>Tells of a pause after several offers without an answer, with the three choices.</summary>
    public static Card UnansweredPause(Giver giver) => Card.Titled($"I will let you be for a while")
        .Say($"My last asks came at a bad time, I think, so nothing will reach you until "
            + $"{new WordSpan.Moment(giver.PausedUntil!.Value, giver.Person.TimeZone)}. That is quite all right, and nobody else knows.")
        .With(new CardButton(ActionIds.Resume, "", "I’m here"))
        .With(new CardButton(ActionIds.AskMeLess, "", "Ask me less"))
        .With(new CardButton(ActionIds.StopGiving, "", "Stop giving"));

    public static Card AskedLess { get; } = Card.Titled($"Gladly")
        .Say($"From now on I ask you once in 30 days at most, and you can change that at any time.")
        .With(new CardButton(ActionIds.Give, "", "Edit"));

    public static Card Resumed { get; } = Card.Titled($"Welcome back").Say($"You may be asked again, as gently as before.");

    public static Card PauseEnded { get; } = Card.Titled($"Your pause is over")
        .Say($"You may be asked again from now on. Need longer? Say so; nobody minds.")
        .With(new CardButton(ActionIds.Pause, "", "Pause for 2 weeks"));

    public static Card Stopped { get; } = Card.Titled($"You are no longer asked")
        .Say($"Thank you for every door you opened. What you had offered is kept, should you come back.")
        .With(new CardButton(ActionIds.Give, "", "Come back"));

    public static Card Blocked(Person whom) => Card.Titled($"Done, and private")
        .Say($"You will not be asked by {whom} again. Nobody learns of it.");

    public static Card NobodyCalled(string name) => Card.Titled($"I cannot tell whom you mean")
        .Say($"I have met nobody called “{name}”, so nobody was blocked. "
            + $"Write the whole name as it stands here, or mention them where you can.");

    /// <summary>For several people of one name; the buttons are as many as any card may have.</summary>
    public static Card WhomToBlock(string name, ImmutableArray<Person> people)
    {
        var few = people.Take(MaxChoices).ToArray();
        var card = Card.Titled($"Whom do you mean?")
            .Say($"I have met {people.Length} people called “{name}”. Nobody is blocked before you choose.")
            .Know(few.Select((person, at) => Fact.Of($"{at + 1}", $"{person}")))
            .With(few.Select((person, at) =>
                new CardButton(ActionIds.Block, $"{person.Ref.Id} {person.Name}", $"{at + 1}. {person.Name}")));
        return people.Length > few.Length ? card.Aside($"Somebody else? Mention them after the word block.") : card;
    }

    public static Card BotsAskNothing { get; } = Card.Titled($"I never ask for myself")
        .Say($"All that reaches you comes from a colleague; bots ask nothing here, so there is none to block. "
            + $"To rest from asks, say {new WordSpan.Bold("pause 2w")}; "
            + $"to hear no more from one colleague, {new WordSpan.Bold("block @name")}.");

    public static Card Unblocked(Person whom) => Card.Titled($"Done").Say($"{whom} may ask you again.");

    public static Card Blocks(Giver giver) => giver.Blocks.Length == 0
        ? Card.Titled($"You block nobody")
            .Say($"Type {new WordSpan.Bold("block @name")} and that person’s asks never reach you. Nobody learns of it.")
        : Card.Titled($"People whose asks never reach you")
            .Say(Listed(giver.Blocks))
            .With(giver.Blocks.Select(blocked => new CardButton(ActionIds.Unblock, blocked.Ref.Id, $"Unblock {blocked.FirstName}")));

    /// <summary>Names between commas; a platform draws each as it knows the person.</summary>
    private static WordsBuilder Listed(ImmutableArray<Person> people)
    {
        WordsBuilder words = $"{people[0]}";
        foreach (var person in people.Skip(1))
        {
            words.AppendLiteral(", ");
            words.AppendFormatted(person);
        }

        return words;
    }

    private static string Quiet(QuietTimes quiet) =>
        quiet.HasQuietHours ? $"{quiet.From:HH\\:mm} to {quiet.To:HH\\:mm} on your clock" : "none";
}
