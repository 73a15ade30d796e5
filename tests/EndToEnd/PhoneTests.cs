using IntroBot.Coaching;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>On a phone: an offer is read and answered on one screen, and nothing runs out at the side.</summary>
public sealed class PhoneTests(Chromium chromium)
{
    [Fact]
    public Task An_offer_with_its_three_buttons_fits_one_screen() => Scene.PlayAsync(chromium, async scene =>
    {
        var asked = Asking.WithDeadline(TimeProvider.System.GetUtcNow());
        Assert.InRange(AskTemplate.WordCount(NoteDraft.Of(asked, "Ava Stone")), 90, AskTemplate.MaxNoteWords);
        await (await scene.OpenAsync("ava")).AskAsync(asked);

        foreach (var look in (BrowserSettings[])[BrowserSettings.Phone, BrowserSettings.SmallPhone])
        {
            var grace = await scene.OpenAsync("grace", look);
            var offer = grace.Card("Could you help Ava Stone?");
            await Expect(offer).ToBeVisibleAsync();
            await offer.EvaluateAsync("card => card.scrollIntoView({ block: 'center' })");
            await grace.PictureAsync("offer");
            await Expect(offer).ToBeInViewportAsync(new() { Ratio = 1 });
            await Expect(offer.GetByRole(AriaRole.Button)).ToHaveCountAsync(3);
            foreach (var button in await offer.GetByRole(AriaRole.Button).AllAsync())
            {
                await Expect(button).ToBeInViewportAsync(new() { Ratio = 1 });
            }
        }
    });

    [Fact]
    public Task Nothing_runs_out_at_the_side_of_the_narrowest_phone() => Scene.PlayAsync(chromium, async scene =>
    {
        var ava = await scene.OpenAsync("ava", new BrowserSettings("narrowest", 320, 640));
        await AssertNoSidewaysAsync(ava);
        await ava.PictureAsync("start", whole: true);
        await ava.SayAsync("/intro");
        await Expect(ava.Dialog).ToBeVisibleAsync();
        await AssertNoSidewaysAsync(ava);
        await ava.PictureAsync("form");
        await ava.Page.Keyboard.PressAsync("Escape");
        await ava.SayAsync(new string('w', 300));
        await Expect(ava.Chat.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        await AssertNoSidewaysAsync(ava);
    });

    private static async Task AssertNoSidewaysAsync(Window window) => Assert.Equal(
        window.Look.Width, await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
}
