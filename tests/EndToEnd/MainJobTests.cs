using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>The main job as two people live it in their browsers.</summary>
public sealed class MainJobTests(Chromium chromium)
{
    [Fact]
    public Task An_ask_by_form_is_coached_offered_accepted_talked_over_and_thanked_for() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for an introduction" }).ClickAsync();
        await window.FillAsync(Asking.Good with { SmallStep = "Could I pick your brain about factories one day?" });
        await window.SubmitAsync("Next: your note");
        await Expect(window.Dialog.GetByText("A thought or two before it goes.")).ToBeVisibleAsync();
        await Expect(window.Dialog.GetByText("What exactly do you ask?")).ToBeVisibleAsync();
        await window.PictureAsync("coached");

        await window.SubmitAsync("Back to my answers");
        await Expect(window.Dialog.GetByLabel("Why them?")).ToHaveValueAsync(Asking.Good.WhyThem);
        await window.Dialog.GetByLabel("What exactly do you ask?").FillAsync(Asking.Good.SmallStep);
        await window.SubmitAsync("Next: your note");
        await Expect(window.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Your note and promises" })).ToBeVisibleAsync();
        Assert.Contains(
            "three questions in a 20-minute call about choosing a first factory",
            await window.Dialog.GetByLabel("The note your giver can forward").InputValueAsync(),
            StringComparison.Ordinal);
        await window.PromiseAsync();

        await window.BecomeAsync("Grace Okafor");
        await window.SeesAsync("Could you help Ava Stone?");
        await window.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await window.SeesAsync("You said yes to Ava Stone");
        await Expect(window.Talks.GetByRole(AriaRole.Link, new() { Name = "Ava Stone New" })).ToBeVisibleAsync();
        await window.LookAtAsync("Ava Stone");
        await window.SeesAsync("Ava and Grace, meet each other");
        await window.SayAsync("Hello Ava, happy to help. When suits you?");

        await window.BecomeAsync("Ava Stone");
        await window.SeesAsync("Grace Okafor said yes");
        await window.LookAtAsync("Grace Okafor");
        await Expect(window.TalkWith("Grace Okafor").GetByText("Hello Ava, happy to help.")).ToBeVisibleAsync();
        await window.SayAsync("Thank you! Tuesday at 10:00 or Thursday at 15:00?");
        await Expect(window.TalkWith("Grace Okafor").GetByText("Tuesday at 10:00")).ToBeVisibleAsync();

        await window.ForwardAsync("3 days");
        await Expect(window.TalkWith("Grace Okafor")).ToBeVisibleAsync();
        await window.LookAtAsync("IntroBot New");
        await window.PressAsync("Did you and Grace get to talk?", "We met");
        await window.Dialog.GetByLabel("Your thanks").FillAsync("Thank you, Grace. Your third question saved us a month.");
        await window.Dialog.GetByLabel("What was it worth to you?").FillAsync("We know which factory not to take.");
        await window.SubmitAsync("Send thanks");
        await window.SeesAsync("The circle is closed");

        await window.BecomeAsync("Grace Okafor");
        await Expect(window.Card("Ava Stone says thank you")).ToContainTextAsync("Your third question saved us a month.");
        await Expect(window.Card("Ava Stone says thank you")).ToContainTextAsync("We know which factory not to take.");
        await window.PictureAsync("thanked");
    });

    [Fact]
    public Task An_ask_in_the_chat_goes_back_and_skips_and_reaches_its_giver() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.SayAsync("I would love to meet someone who has run a supply chain at a sports brand");
        await window.PressAsync("Shall I make this an ask?", "Yes, start");
        await window.PressAsync("3 of 10: What is it for?", "Back");
        await Expect(window.Card("2 of 10: Topics")).ToContainTextAsync("So far you have: supply chain");
        await window.SayAsync("supply chain, sourcing");
        await Expect(window.Chat.GetByRole(AriaRole.Heading, new() { Name = "3 of 10: What is it for?" })).ToHaveCountAsync(2);
        await window.PressAsync("3 of 10: What is it for?", "Advice");
        await window.SeesAsync("4 of 10: Why them?");
        await window.SayAsync("Because.");
        await Expect(window.Card("4 of 10: Why them?")).ToContainTextAsync("A little more, please");
        await window.SayAsync(Asking.Good.WhyThem);
        await window.SeesAsync("5 of 10: What exactly do you ask?");
        await window.SayAsync(Asking.Good.SmallStep);
        await window.SeesAsync("6 of 10: About you");
        await window.SayAsync(Asking.Good.AboutYou);
        foreach (var question in (string[])[
            "7 of 10: What is in it for them?",
            "8 of 10: By when?",
            "9 of 10: Why by then?",
            "10 of 10: What have you tried, and do you know each other?",
        ])
        {
            await window.PressAsync(question, "Skip");
        }

        await window.SeesAsync("Ready? This is what your giver reads");
        await window.PictureAsync("ready");
        await window.PressAsync("Ready? This is what your giver reads", "I promise, send it");
        await window.SeesAsync(Asking.Sent);

        await window.BecomeAsync("Grace Okafor");
        await Expect(window.Card("Could you help Ava Stone?")).ToContainTextAsync("three questions in a 20-minute call");
    });
}
