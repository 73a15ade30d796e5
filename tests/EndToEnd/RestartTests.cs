using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>The program goes away in the middle and comes back; the pages people have open go on.</summary>
public sealed class RestartTests(Chromium chromium)
{
    [Fact]
    public Task A_stop_and_a_power_cut_in_the_middle_lose_nothing() => Scene.PlayAsync(chromium, async scene =>
    {
        scene.Expected.Add("net::ERR_");
        var ava = await scene.OpenAsync("ava");
        var grace = await scene.OpenAsync("grace");
        await ava.SayAsync("/intro");
        await ava.FillAsync(Asking.Good);

        await scene.Program.StopAsync();
        await scene.Program.StartAgainAsync();
        await ava.SubmitAsync("Next: your note");
        await ava.PromiseAsync();
        await grace.SeesAsync("Could you help Ava Stone?");

        await scene.Program.KillAsync();
        await grace.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await Expect(grace.Page.GetByText("The playground does not answer.")).ToBeVisibleAsync();
        await scene.Program.StartAgainAsync();
        await grace.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await grace.SeesAsync("You said yes to Ava Stone");

        await ava.SeesAsync("Grace Okafor said yes");
        await Expect(ava.Talks.GetByRole(AriaRole.Link, new() { Name = "Grace Okafor New" })).ToBeVisibleAsync();
        await Expect(ava.Chat.GetByRole(AriaRole.Heading, new() { Name = Asking.Sent })).ToHaveCountAsync(1);
        Assert.DoesNotContain("fail:", scene.Program.Log, StringComparison.Ordinal);
    });

    [Fact]
    public Task What_was_typed_but_not_sent_outlives_a_stop() => Scene.PlayAsync(chromium, async scene =>
    {
        scene.Expected.Add("net::ERR_");
        var ava = await scene.OpenAsync("ava");
        await ava.SayAsync("/intro");
        await ava.Dialog.GetByLabel("Why them?").FillAsync("Only in the form so far");

        await scene.Program.StopAsync();
        await ava.SubmitAsync("Next: your note");
        await Expect(ava.Page.GetByText("The playground does not answer.")).ToBeVisibleAsync();
        await scene.Program.StartAgainAsync();

        await Expect(ava.Dialog.GetByLabel("Why them?")).ToHaveValueAsync("Only in the form so far");
        await ava.Page.ReloadAsync();
        await Expect(ava.Dialog.GetByLabel("Why them?")).ToHaveValueAsync("Only in the form so far");
    });
}
