using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>What axe-core, an accessibility checker, finds on the page in each of its states and looks.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "peers", "node_modules", "axe-core", "axe.min.js")));

    [Fact]
    public Task Nothing_serious_stands_in_anybodys_way() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await CheckAsync(window, "start");
        await window.SayAsync("/intro");
        await window.FillAsync(Asking.Good with { WhyThem = "Too short.", AboutYou = "" });
        await CheckAsync(window, "form");
        await window.SubmitAsync("Next: your note");
        await Expect(window.Dialog.GetByRole(AriaRole.Heading, new() { Name = "2 things to mend" })).ToBeVisibleAsync();
        await CheckAsync(window, "errors");
        await window.FillAsync(Asking.WithDeadline(TimeProvider.System.GetUtcNow()));
        await window.SubmitAsync("Next: your note");
        await Expect(window.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Your note and promises" })).ToBeVisibleAsync();
        await CheckAsync(window, "note");
        await window.PromiseAsync();
        await window.BecomeAsync("Grace Okafor");
        await window.SeesAsync("Could you help Ava Stone?");
        await CheckAsync(window, "offer");
        await window.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await window.LookAtAsync("Ava Stone");
        await window.SayAsync("Hello Ava, happy to help. When suits you?");
        await Expect(window.TalkWith("Ava Stone").GetByText("When suits you?")).ToBeVisibleAsync();
        await CheckAsync(window, "conversation");
    });

    /// <summary>Looks at one state in light, in dark and on a phone, with a picture of each.</summary>
    private static async Task CheckAsync(Window window, string state)
    {
        foreach (var look in (BrowserSettings[])[BrowserSettings.Desktop, BrowserSettings.Dark, BrowserSettings.Phone])
        {
            await window.Page.SetViewportSizeAsync(look.Width, look.Height);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = look.Scheme, ReducedMotion = ReducedMotion.Reduce });
            await window.PictureAsync($"{state}-{look}");
            await window.Page.EvaluateAsync(Axe.Value);
            var found = await window.Page.EvaluateAsync<JsonElement>("() => axe.run({ resultTypes: ['violations'] })");
            Assert.Equal([], found.GetProperty("violations").EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(violation =>
                    $"{state}, {look}: {violation.GetProperty("help")} {violation.GetProperty("nodes")[0].GetProperty("html")}"));
        }

        await window.Page.SetViewportSizeAsync(BrowserSettings.Desktop.Width, BrowserSettings.Desktop.Height);
    }
}
