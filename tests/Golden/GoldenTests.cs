using IntroBot.Playground;
using IntroBot.Playground.Html;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Golden;

/// <summary>Every card and form, as the page draws it and as plain text.</summary>
public sealed class GoldenTests
{
    private static readonly CardLocation Seat = new("ava", "chat.ava", "m1", 0);

    public static TheoryData<string> Cards => GoldenFiles.Cards("Playground");

    public static TheoryData<string> CardsOfStories => GoldenFiles.Cards("");

    public static TheoryData<string> Replies => [.. GoldenReplies.All.Keys];

    public static TheoryData<string> Forms => GoldenFiles.Forms("Playground");

    [Theory, MemberData(nameof(Cards))]
    public void A_card_is_drawn_as_accepted(string name) =>
        GoldenFile.AssertIs($"{name}.html", HtmlCards.Of(GoldenFiles.Card(name), Seat).ToString());

    [Theory, MemberData(nameof(CardsOfStories))]
    public void A_card_reads_as_accepted(string name) => GoldenFile.AssertIs($"{name}.txt", PlainText.Of(GoldenFiles.Card(name)));

    [Theory, MemberData(nameof(Forms))]
    public void A_form_is_drawn_as_accepted(string name) =>
        GoldenFile.AssertIs(
            $"{name}.html", HtmlForms.Of(OpenForm.Fresh(GoldenFiles.Form(name)), new FormLocation("ava", "12345678")).ToString());

    [Theory, MemberData(nameof(Replies))]
    public async Task A_reply_of_a_story_is_drawn_and_reads_as_accepted(string name)
    {
        await using var community = await Community.OpenAsync(keys: "golden");
        var reply = await GoldenReplies.All[name](community);
        var cards = reply is Reply.ShowHome home ? home.Cards : [reply.Card()];

        GoldenFile.AssertIs($"{name}.html", string.Join('\n', cards.Select(card => HtmlCards.Of(card, Seat).ToString())));
        GoldenFile.AssertIs($"{name}.txt", reply.Text());
    }

    [Fact]
    public void Every_member_that_makes_a_card_or_a_form_has_a_golden_file()
    {
        var names = GoldenSamples.Cards.Keys.Concat(GoldenSamples.Forms.Keys).ToArray();

        Assert.NotEmpty(CardMakers.All);
        Assert.All(CardMakers.All, maker => Assert.Contains(names, maker.IsOf));
    }

    [Fact]
    public void Every_golden_file_is_of_a_member_that_makes_a_card_or_a_form() => Assert.All(
        GoldenSamples.Cards.Keys.Concat(GoldenSamples.Forms.Keys), name => Assert.Contains(CardMakers.All, maker => maker.IsOf(name)));

    [Fact]
    public void A_maker_is_found_whatever_it_is_called_and_wherever_it_stands() => Assert.Equal(
        ["Makers.Field", "Makers.Form", "Makers.Many", "Makers.Method"],
        CardMakers.Of(typeof(Makers)).Select(maker => maker.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void No_golden_file_is_left_over() => Assert.Empty(Directory.GetFiles(GoldenFile.Folder)
        .Select(Path.GetFileName)
        .Where(name => Path.GetExtension(name) is ".html" or ".txt" or ".json")
        .Except(GoldenFiles.All));

    private static class Makers
    {
        internal static readonly Card Field = Card.Titled($"x");

        internal static Form Form { get; } = new("ask", "", "x", [], [], "x");

        public static Card Method(string words) => Part($"{words}");

        public static IEnumerable<Card> Many() => [Part($"x")];

        private static Card Part(WordsBuilder words) => Card.Titled(words);
    }
}
