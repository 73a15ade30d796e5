using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>A no is free: the next giver is asked, and the asker learns nothing of it.</summary>
public sealed class PassingOnTests(Chromium chromium)
{
    [Fact]
    public Task Not_now_passes_on_and_the_asker_learns_nothing() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.AskAsync(Asking.Good);
        var before = await WordsAsync(window);

        await window.BecomeAsync("Grace Okafor");
        await window.PressAsync("Could you help Ava Stone?", "Not now");
        await window.SeesAsync("Not this time, and that is fine");
        // Wei lives in Singapore and may be asleep by now.
        await window.ForwardAsync("1 day");
        await window.BecomeAsync("Wei Tan");
        await window.SeesAsync("Could you help Ava Stone?");

        await window.BecomeAsync("Ava Stone");
        Assert.Equal(before, await WordsAsync(window));
        Assert.DoesNotContain("Grace", await window.Chat.GetByRole(AriaRole.List).InnerTextAsync(), StringComparison.Ordinal);
        await Expect(window.Home).ToContainTextAsync("I am looking for the right person, one at a time.");

        await window.BecomeAsync("Wei Tan");
        await window.PressAsync("Could you help Ava Stone?", "Not now, pause me 2 weeks");
        await window.SeesAsync("Not this time, and that is fine");
        await Expect(window.Home).ToContainTextAsync("Paused until");
    });

    private static async Task<string> WordsAsync(Window window) => await window.Chat.GetByRole(AriaRole.List).InnerTextAsync();
}
