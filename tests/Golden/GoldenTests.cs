using System.Reflection;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Decisions;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Offers;
using IntroBot.Playground;
using IntroBot.Playground.Html;
using IntroBot.Stewards;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Golden;

/// <summary>Every card and form, as the page draws it and as plain text.</summary>
public sealed class GoldenTests
{
    private static readonly CardLocation Seat = new("ava", "chat.ava", "m1", 0);

    private static readonly Type[] Makers =
    [
        typeof(AskCards), typeof(AskForms), typeof(OfferCards), typeof(LoopCards), typeof(StatusCards), typeof(HelpCards),
        typeof(RefusalCards), typeof(GiverCards), typeof(GiverForms), typeof(SettingsCards), typeof(SettingsForms),
    ];

    public static TheoryData<string> Cards => [.. GoldenSamples.Cards.Keys];

    public static TheoryData<string> Replies => [.. GoldenReplies.All.Keys];

    public static TheoryData<string> Forms => [.. GoldenSamples.Forms.Keys];

    [Theory, MemberData(nameof(Cards))]
    public void A_card_is_drawn_as_accepted(string name) =>
        GoldenFile.AssertIs($"{name}.html", HtmlCards.Of(GoldenSamples.Cards[name](), Seat).ToString());

    [Theory, MemberData(nameof(Cards))]
    public void A_card_reads_as_accepted(string name) => GoldenFile.AssertIs($"{name}.txt", PlainText.Of(GoldenSamples.Cards[name]()));

    [Theory, MemberData(nameof(Forms))]
    public void A_form_is_drawn_as_accepted(string name) =>
        GoldenFile.AssertIs(
            $"{name}.html", HtmlForms.Of(OpenForm.Fresh(GoldenSamples.Forms[name]()), new FormLocation("ava", "12345678")).ToString());

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
        var makers = Makers.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Card) || method.ReturnType == typeof(Form))
            .Select(method => $"{type.Name}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}"));

        Assert.All(
            makers, maker => Assert.Contains(names, name => name == maker || name.StartsWith($"{maker}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_class_of_cards_or_forms_is_among_the_makers() => Assert.Empty(typeof(AskCards).Assembly.GetTypes()
        .Where(type => type.Namespace is "IntroBot.Intros" or "IntroBot.Givers" or "IntroBot.Stewards"
            && (type.Name.EndsWith("Cards", StringComparison.Ordinal) || type.Name.EndsWith("Forms", StringComparison.Ordinal)))
        .Except(Makers));

    [Fact]
    public void No_golden_file_is_left_over()
    {
        var known = GoldenSamples.Cards.Keys
            .SelectMany(name => new[] { $"{name}.html", $"{name}.txt", $"{name}.slack.json", $"{name}.teams.json" })
            .Concat(GoldenSamples.Forms.Keys.SelectMany(name => new[] { $"{name}.html", $"{name}.slack.json", $"{name}.teams.json" }))
            .Concat(GoldenReplies.All.Keys.SelectMany(
                name => new[] { $"{name}.html", $"{name}.txt", $"{name}.slack.json", $"{name}.teams.json" }))
            .Concat([$"{TeamsGoldenTests.ForEverybody}.teams.json", $"{TeamsGoldenTests.ForItsGiver}.teams.json"]);

        Assert.Empty(Directory.GetFiles(GoldenFile.Folder)
            .Select(Path.GetFileName)
            .Where(name => Path.GetExtension(name) is ".html" or ".txt" or ".json")
            .Except(known));
    }
}
