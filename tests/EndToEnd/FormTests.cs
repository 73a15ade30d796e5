using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>The form of an ask: nothing typed is ever lost, and what must be mended is easy to find.</summary>
public sealed class FormTests(Chromium chromium)
{
    [Fact]
    public Task Errors_keep_every_word_and_lead_to_their_fields() => Scene.PlayAsync(chromium, async scene =>
    {
        var ava = await scene.OpenAsync("ava");
        await ava.SayAsync("/intro");
        await ava.FillAsync(Asking.Good with { WhyThem = "Too short.", AboutYou = "" });
        await Expect(ava.Dialog.GetByText("10 of 400 characters, at least 40")).ToBeVisibleAsync();
        await ava.SubmitAsync("Next: your note");

        await Expect(ava.Dialog.GetByRole(AriaRole.Heading, new() { Name = "2 things to mend" })).ToBeVisibleAsync();
        await Expect(ava.Dialog.GetByLabel("Why them?")).ToBeFocusedAsync();
        await Expect(ava.Dialog.GetByLabel("Why them?")).ToHaveValueAsync("Too short.");
        await Expect(ava.Dialog.GetByLabel("Why them?"))
            .ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("^A little more, please"));
        await Expect(ava.Dialog.GetByLabel("What is it for?")).ToHaveValueAsync("advice");
        await Expect(ava.Dialog.GetByLabel("What is in it for them?")).ToHaveValueAsync(Asking.Good.InReturn);
        await ava.Dialog.GetByRole(AriaRole.Link, new() { Name = "About you" }).ClickAsync();
        await Expect(ava.Dialog.GetByLabel("About you")).ToBeFocusedAsync();
        await ava.PictureAsync("errors");
    });

    [Fact]
    public Task Closing_and_loading_again_keep_what_was_typed() => Scene.PlayAsync(chromium, async scene =>
    {
        var ava = await scene.OpenAsync("ava");
        await ava.SayAsync("/intro");
        await Expect(ava.Dialog.GetByLabel("Who would you like to meet?")).ToBeFocusedAsync();
        await ava.Dialog.GetByLabel("Why them?").FillAsync("Not sent yet");
        await ava.Dialog.GetByLabel("By when?").FillAsync("2030-12-24");
        await ava.Page.Keyboard.PressAsync("Escape");
        await Expect(ava.Dialog).ToHaveCountAsync(0);
        await Expect(ava.Page.GetByText("Your words are kept in this window")).ToBeVisibleAsync();

        await ava.Page.ReloadAsync();
        await ava.SayAsync("/intro");
        await Expect(ava.Dialog.GetByText("Here are your words from before.")).ToBeVisibleAsync();
        await Expect(ava.Dialog.GetByLabel("Why them?")).ToHaveValueAsync("Not sent yet");
        await Expect(ava.Dialog.GetByLabel("By when?")).ToHaveValueAsync("2030-12-24");
        await ava.Dialog.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Expect(ava.Dialog).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Two_quick_clicks_send_once() => Scene.PlayAsync(chromium, async scene =>
    {
        var ava = await scene.OpenAsync("ava");
        await ava.SayAsync("/intro");
        await ava.FillAsync(Asking.Good);
        await ava.SubmitAsync("Next: your note");
        await ava.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = "I promise" }).CheckAsync();
        await ava.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send it" }).DblClickAsync();
        await ava.SeesAsync(Asking.Sent);
        await ava.SayAsync("status");
        await ava.SeesAsync("Where things stand");

        await Expect(ava.Chat.GetByRole(AriaRole.Heading, new() { Name = Asking.Sent })).ToHaveCountAsync(1);
        await Expect(ava.Card("Where things stand").GetByText("looking for the right person")).ToHaveCountAsync(1);
    });
}
