using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>Two people at two machines: each sees what the other does without loading anything again.</summary>
public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public Task Two_windows_follow_each_other() => Scene.PlayAsync(chromium, async scene =>
    {
        var grace = await scene.OpenAsync("grace");
        var ava = await scene.OpenAsync("ava");
        await grace.Page.Locator("#chat").GetByRole(AriaRole.Textbox).FillAsync("half a line");
        await ava.AskAsync(Asking.Good);

        await grace.SeesAsync("Could you help Ava Stone?");
        await Expect(grace.Page.Locator("#announce")).ToContainTextAsync("IntroBot: Could you help Ava Stone?");
        await Expect(grace.Page.Locator("#chat").GetByRole(AriaRole.Textbox)).ToHaveValueAsync("half a line");
        await Expect(Window.CardIn(grace.Home, "Could you help Ava Stone?")).ToBeVisibleAsync();
        await grace.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await ava.SeesAsync("Grace Okafor said yes");

        await grace.LookAtAsync("Ava Stone");
        await ava.LookAtAsync("Grace Okafor");
        await grace.SayAsync("Hello from Lagos");
        await Expect(ava.TalkWith("Grace Okafor").GetByText("Hello from Lagos")).ToBeVisibleAsync();
        await ava.SayAsync("Hello from Berlin");
        await Expect(grace.TalkWith("Ava Stone").GetByText("Hello from Berlin")).ToBeVisibleAsync();

        await ava.LookAtAsync("IntroBot");
        await grace.SayAsync("One more thing");
        await Expect(ava.Talks.GetByRole(AriaRole.Link, new() { Name = "Grace Okafor New" })).ToBeVisibleAsync();
        await Expect(ava.Page.Locator("#announce")).ToContainTextAsync("News in your conversation with Grace Okafor");
    });

    [Fact]
    public Task The_list_of_people_tells_who_has_news_in_a_conversation() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.AskAsync(Asking.Good);
        await window.BecomeAsync("Grace Okafor");
        await window.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await window.LookAtAsync("Ava Stone");
        await window.BecomeAsync("Ava Stone");
        await window.LookAtAsync("Grace Okafor");
        await Expect(window.PersonLink("Grace Okafor")).Not.ToContainTextAsync("New");

        await window.SayAsync("Only here");

        await Expect(window.PersonLink("Grace Okafor")).ToContainTextAsync("New");
        await Expect(window.PersonLink("Wei Tan")).Not.ToContainTextAsync("New");
    });

    [Fact]
    public Task Without_script_the_main_job_works_by_links_and_buttons() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava", BrowserSettings.WithoutScript);
        await window.AskAsync(Asking.Good);
        // No page comes by itself: moving the clock waits for whatever is on its way.
        await window.ForwardAsync("1 hour");
        await window.BecomeAsync("Grace Okafor");
        await window.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await window.ForwardAsync("1 hour");
        await window.LookAtAsync("Ava Stone");
        await window.SayAsync("Hello Ava");
        await Expect(window.TalkWith("Ava Stone").GetByText("Hello Ava")).ToBeVisibleAsync();

        await window.BecomeAsync("Ava Stone");
        await window.LookAtAsync("Grace Okafor New");
        await Expect(window.TalkWith("Grace Okafor").GetByText("Hello Ava")).ToBeVisibleAsync();
        await window.ForwardAsync("3 days");
        await window.LookAtAsync("IntroBot New");
        await window.PressAsync("Did you and Grace get to talk?", "It went nowhere");
        await window.SubmitAsync("Send thanks");
        await Expect(window.Dialog.GetByLabel("Your thanks")).ToBeFocusedAsync();
        await Expect(window.Dialog.GetByText("A word or two, please; it is the whole reward.").First).ToBeVisibleAsync();
        await window.Dialog.GetByLabel("Your thanks").FillAsync("Thank you all the same.");
        await window.SubmitAsync("Send thanks");
        await window.SeesAsync("The circle is closed");
    });

    [Fact]
    public Task Starting_over_puts_every_chat_away() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.SayAsync("help");
        await window.SeesAsync("I bring people together, gently");
        await window.Page.GetByText("Start over").First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, start over" }).ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "You are Ava." })).ToBeVisibleAsync();
        await Expect(window.Chat.GetByText("I bring people together")).ToHaveCountAsync(0);
    });
}
