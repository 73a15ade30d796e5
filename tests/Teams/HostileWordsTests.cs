using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Coaching;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Tests.Golden;
using IntroBot.Tests.Slack;

namespace IntroBot.Tests.Teams;

/// <summary>What people write stays what they wrote: no call, no link, no emphasis, no date, no turned line.</summary>
public sealed class HostileWordsTests(CardJudge judge)
{
    private static readonly string[] Hidden = ["\u202E", "\u2066", "\u200F", "\u200B", "\u0007", "\r"];

    public static TheoryData<string> Words =>
    [
        "<at>Ava</at>", "[x](https://evil.example)", "https://evil.example", "**bold** _it_ ~no~ `code`", "# Heading\n- item\n1. item",
        "&lt;b&gt; <b>x</b>", "> quote\n```block```",
        "{{DATE(2026-11-24T10:00:00Z, SHORT)}} {{{TIME(2026-11-24T10:00:00Z)}}}", "{{", "${card.data}", "\\*\\", "ava@evil.example",
        "\u202Egnp.exe\u2066\u200F", "\u200B\u0007bell\r\n\r\nnext", "\uD800 lone \uDC00", "\uFEFF", "", "   \n\t ", "👩‍🚀",
        "e" + new string('\u0301', 10_240), new string('a', 10_240),
        new string('\n', 5000) + "x" + new string('"', 5000),
    ];

    [Theory, MemberData(nameof(Words))]
    public async Task Words_in_every_place_of_a_card_stay_words(string words)
    {
        var span = new WordSpan.Plain(words);
        var who = new Person(new PersonRef(new WorkspaceId("T1"), words), words, words, words);
        var everything = new Words(
            [span, new WordSpan.Bold(words), new WordSpan.Mention(who), new WordSpan.Link(new Uri("https://example.org/"), words)]);
        var card = new Card(
            everything,
            [
                new CardPart.Text(everything), new CardPart.Facts([new Fact(words, everything)]),
                new CardPart.Quote(words), new CardPart.Context(everything),
            ],
            [new CardButton(ActionIds.Help, "", words)]);

        var drawn = TeamsDrawing.Valid(card);

        AssertHarmless(drawn);
        AssertHarmless(TeamsDrawing.Valid(AdaptiveCardRenderer.Of([card, card])));
        Assert.Empty(await judge.FaultsAsync(drawn));
        Assert.DoesNotContain(Hidden, hidden => AdaptiveCardRenderer.Summary(card).Contains(hidden, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Words))]
    public async Task Words_in_every_place_of_a_form_stay_words(string words)
    {
        var options = ImmutableArray.Create(new FormOption("one", words), new FormOption("two", words));
        var form = new Form(
            FormIds.Ask, "", words, [new CardPart.Quote(words)],
            [
                new FormInput.Text("line", words, words, true, 3, 120, Multiline: false, words),
                new FormInput.Text("lines", words, words, false, 3, 9000, Multiline: true, words),
                new FormInput.Choice("choice", words, words, true, options, words),
                new FormInput.Choices("choices", words, words, true, options, [words, "one"]),
                new FormInput.Tags("tags", words, words, true, 3, [words], [words, words, "tag"]),
                new FormInput.Date("date", words, words, true, words),
                new FormInput.Channel("channel", words, words, true, words),
                new FormInput.Checkbox("box", words, words, true, true),
            ],
            words,
            new CardButton(ActionIds.Help, "", words));
        var answers = new FormAnswers(form.Inputs.ToDictionary(input => input.Id, _ => (IReadOnlyList<string>)[words, words]));
        var errors = form.Inputs.Select(input => input.Id).Append(words).ToDictionary(id => id, _ => words);

        var drawn = TeamsDrawing.Valid(form);

        AssertHarmless(drawn);
        AssertHarmless(TeamsDrawing.Valid(
            AdaptiveForms.Of(form, FormLocation.InDialog, errors, answers, [new ChannelOption("19:x@thread.tacv2", words)]).Card));
        Assert.Empty(await judge.FaultsAsync(drawn));
    }

    [Fact]
    public void Lines_of_a_quote_and_joined_letters_are_kept() =>
        Assert.Equal(["x", "one", "two 👩‍🚀"], TeamsDrawing.Lines(TeamsDrawing.Valid(Card.Titled($"x").Quote("one\r\n\r\ntwo 👩‍🚀"))));

    [Fact]
    public void Braces_are_braces() => Assert.Equal(
        ["x", "a {{DATE(2026-11-24T10:00:00Z)}} {{{{b}}"],
        TeamsDrawing.Lines(TeamsDrawing.Valid(Card.Titled($"x").Say($"{"a {{DATE(2026-11-24T10:00:00Z)}} {{{{b}}"}"))));

    [Fact]
    public void Ids_and_values_of_ours_are_believed_when_they_come_back() => Assert.All(
        GoldenSamples.Cards.Values.SelectMany(card => card().Buttons)
            .Concat(GoldenSamples.Forms.Values.Select(form => form().Other).OfType<CardButton>()),
        button => Assert.True(
            button.Action.Length <= AdaptiveLimits.CarriedName && button.Value.Length <= AdaptiveLimits.CarriedText, button.Action));

    [Fact]
    public void Inputs_and_choices_of_ours_come_back_as_they_are() => Assert.All(GoldenSamples.Forms.Values.Select(form => form()), form =>
    {
        Assert.True(form.Inputs.Length <= AdaptiveLimits.Answers && form.State.Length <= AdaptiveLimits.CarriedText);
        Assert.All(form.Inputs, input => Assert.True(input.Id.Length <= AdaptiveLimits.CarriedName && input.Id != CarriedData.Field));
        Assert.All(
            form.Inputs.OfType<FormInput.Choices>().SelectMany(input => input.Options), option => Assert.DoesNotContain(',', option.Value));
    });

    [Fact]
    public void The_words_of_our_choices_need_no_escape() =>
        Assert.All(Purposes.All, purpose => Assert.Matches(@"\A[\p{L} ]+\z", Purposes.Label(purpose)));

    private static void AssertHarmless(System.Text.Json.JsonElement drawn) => Assert.All(
        SlackDrawing.WordsIn(drawn),
        found => Assert.DoesNotContain(Hidden, hidden => found.Word.Contains(hidden, StringComparison.Ordinal)));
}
