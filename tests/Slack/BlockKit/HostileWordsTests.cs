using IntroBot.Slack.BlockKit;
using IntroBot.Tests.Golden;

namespace IntroBot.Tests.Slack.BlockKit;

/// <summary>What people write stays what they wrote: no ping, no link, no emphasis, no turned line.</summary>
public sealed class HostileWordsTests : Platforms.HostileWordsTests
{
    /// <summary>Fields that Slack draws as they are, where nothing is markup.</summary>
    private static readonly string[] PlaceOfWords = ["text", "initial_value", "fallback"];

    protected override Task AssertHarmlessAsync(Func<string, Card> part, string words)
    {
        var card = part(words);
        AssertHarmless(SlackRendering.WordsIn(SlackRendering.Valid(card)));
        AssertHarmless(SlackRendering.WordsIn(SlackRendering.Valid(BlockKitViews.Card(card))));
        AssertHarmless(SlackRendering.WordsIn(SlackRendering.Valid(BlockKitViews.Home([card, card]))));
        Assert.DoesNotMatch("<|>|&(?!amp;|lt;|gt;)", BlockKitCards.Text(card));
        return Task.CompletedTask;
    }

    protected override Task AssertHarmlessAsync(Func<string, Form> part, string words)
    {
        AssertHarmless(SlackRendering.WordsIn(SlackRendering.Valid(part(words))));
        return Task.CompletedTask;
    }

    [Fact]
    public void Lines_of_a_quote_and_joined_letters_are_kept() => Assert.Contains(
        SlackRendering.WordsIn(SlackRendering.Valid(Card.Titled($"x").Quote("one\r\n\r\ntwo 👩‍🚀"))),
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
        AssertNothingHidden(found.Word);
        if (PlaceOfWords.Contains(found.Name))
        {
            Assert.True(found.Name != "text" || found.Around.GetProperty("type").GetString() is "plain_text" or "text" or "link");
            Assert.False(found.Around.TryGetProperty("emoji", out var emoji) && emoji.GetBoolean());
        }
    });
}
