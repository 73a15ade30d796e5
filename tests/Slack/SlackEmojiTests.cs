using IntroBot.Tests.Slack.BlockKit;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>Emoji that people type in forms come as codes, and are drawn as emoji.</summary>
public sealed class SlackEmojiTests
{
    [Fact]
    public async Task Codes_typed_in_a_form_are_emoji_on_the_card_that_carries_them()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AsksAsync(scene.Ava);
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(scene.Ava.PressesAsync("We met"));
        await scene.AfterAsync(scene.Ava.SubmitsAsync(("thanks", "You saved us :tada: :+1::skin-tone-3: at 10:30:45")));
        await scene.PassAsync(TimeSpan.FromDays(1));

        var thanks = scene.Grace.Chat.Last.Blocks.ToJsonString();
        Assert.Contains("""{"type":"emoji","name":"tada"}""", thanks, StringComparison.Ordinal);
        Assert.Contains("""{"type":"emoji","name":"\u002B1","skin_tone":3}""", thanks, StringComparison.Ordinal);
        Assert.Contains("at 10:30:45", thanks, StringComparison.Ordinal);
        Assert.Contains("🎉", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_written_as_a_code_stays_words() => Assert.DoesNotContain(
        SlackRendering.WordsIn(SlackRendering.Valid(Card.Titled($"x").Say($"{":channel: :here:"}").Quote(":everyone:"))),
        found => found.Word == "emoji");

    [Fact]
    public void Very_many_codes_fit_into_a_card()
    {
        var many = string.Concat(Enumerable.Repeat(":a:", 3000));

        Assert.NotEmpty(SlackRendering.WordsIn(SlackRendering.Valid(Card.Titled($"x").Quote(many).Say($"{many}"))));
    }
}
