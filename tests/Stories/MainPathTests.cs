using IntroBot.Intros;
using IntroBot.Intros.Closing;

namespace IntroBot.Tests.Stories;

/// <summary>The main job, from first word to thanks.</summary>
public sealed class MainPathTests
{
    [Fact]
    public async Task An_ask_finds_its_giver_they_meet_and_thanks_arrive()
    {
        await using var community = await Community.OpenAsync();
        var ava = community.Person("Ava Stone", "Europe/Berlin");
        var grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");

        await community.AskAsync(ava);
        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();
        Assert.Single(community.Messenger.MeetingOf(ava.Ref, grace.Ref));

        await community.PassAsync(TimeSpan.FromDays(3));
        var form = Assert.IsType<Reply.OpenForm>(await community.PressAsync(ava, "We met"));
        await community.SubmitAsync(
            ava, FormIds.Thanks, form.Form.State, (LoopCards.ThanksField, "Thank you, Grace. That saved us a month."));
        await community.SettleAsync();

        Assert.Contains("That saved us a month.", PlainText.Of(community.Messenger.ChatOf(grace.Ref)[^1]), StringComparison.Ordinal);
        Assert.Equal(IntroStage.Closed, Assert.Single(await community.IntrosOfAsync(ava)).Stage);
    }
}
