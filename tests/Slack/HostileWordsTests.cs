using System.Collections.Immutable;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Slack.BlockKit;
using IntroBot.Tests.Golden;

namespace IntroBot.Tests.Slack;

/// <summary>What people write stays what they wrote: no ping, no link, no emphasis, no emoji, no turned line.</summary>
public sealed class HostileWordsTests
{
    private static readonly string[] Hidden = ["\u202E", "\u2066", "\u200F", "\u200B", "\u0007", "\r"];

    /// <summary>Fields that Slack draws as they are, where nothing is markup.</summary>
    private static readonly string[] PlaceOfWords = ["text", "initial_value", "fallback"];

    public static TheoryData<string> Words =>
    [
        "<!channel>", "<@U123>", "<https://evil.example|x>", "*bold* _it_ ~no~ `code`", ":tada:", "&lt;!here&gt;", "> quote\n```block```",
        "\u202Egnp.exe\u2066\u200F", "\u200B\u0007bell\r\n\r\nnext", "\uD800 lone \uDC00", "\uFEFF", "", "   \n\t ", "👩‍🚀",
        "e" + new string('\u0301', 10_240), new string('a', 10_240),
    ];

    [Theory, MemberData(nameof(Words))]
    public void Words_in_every_place_of_a_card_stay_words(string words)
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

        AssertHarmless(SlackDrawing.WordsIn(SlackDrawing.Valid(card)));
        AssertHarmless(SlackDrawing.WordsIn(SlackDrawing.Valid(BlockKitViews.Card(card))));
        AssertHarmless(SlackDrawing.WordsIn(SlackDrawing.Valid(BlockKitViews.Home([card, card]))));
        Assert.DoesNotMatch("<|>|&(?!amp;|lt;|gt;)", BlockKitCards.Text(card));
    }

    [Theory, MemberData(nameof(Words))]
    public void Words_in_every_place_of_a_form_stay_words(string words)
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

        AssertHarmless(SlackDrawing.WordsIn(SlackDrawing.Valid(form)));
    }

    [Fact]
    public void Lines_of_a_quote_and_joined_letters_are_kept() => Assert.Contains(
        SlackDrawing.WordsIn(SlackDrawing.Valid(Card.Titled($"x").Quote("one\r\n\r\ntwo 👩‍🚀"))),
        found => found.Word == "one\n\ntwo 👩‍🚀");

    [Fact]
    public void Ids_and_values_of_ours_fit_everywhere_they_are_drawn() => Assert.All(
        GoldenSamples.Cards.Values.SelectMany(card => card().Buttons)
            .Concat(GoldenSamples.Forms.Values.Select(form => form().Other).OfType<CardButton>()),
        button => Assert.True(
            button.Action.Length <= 200 && !button.Action.Contains('#', StringComparison.Ordinal) && button.Value.Length <= 2000,
            button.Action));

    private static void AssertHarmless(
        IEnumerable<(string Name, string Word, System.Text.Json.JsonElement Around)> words) => Assert.All(words, found =>
    {
        Assert.NotEqual("mrkdwn", found.Word);
        Assert.DoesNotContain(Hidden, hidden => found.Word.Contains(hidden, StringComparison.Ordinal));
        if (PlaceOfWords.Contains(found.Name))
        {
            Assert.True(found.Name != "text" || found.Around.GetProperty("type").GetString() is "plain_text" or "text" or "link");
            Assert.False(found.Around.TryGetProperty("emoji", out var emoji) && emoji.GetBoolean());
        }
    });
}
