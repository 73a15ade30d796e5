using IntroBot.Coaching;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>Words that try to be more than words: everywhere they are shown, they are only read.</summary>
public sealed class HostileWordsTests(Chromium chromium)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private const string Hostile = $"{Script}\u202Eevil\u202C 👩‍🚀";

    private static readonly Ask Ask = Asking.Good with
    {
        Who = $"Someone {Hostile}",
        Topics = ["supply chain", "<b>sourcing</b>"],
        WhyThem = $"{Asking.Good.WhyThem} {Hostile}",
        SmallStep = $"{Asking.Good.SmallStep} {Hostile}",
        AboutYou = $"{Asking.Good.AboutYou} {Hostile}",
        InReturn = Hostile,
        DeadlineReason = Hostile,
        AlreadyTried = Hostile,
    };

    [Fact]
    public Task Hostile_words_in_every_field_end_as_harmless_text() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.SayAsync("/intro");
        await window.FillAsync(Ask);
        await window.SubmitAsync("Next: your note");
        var note = window.Dialog.GetByLabel("The note your giver can forward");
        await note.FillAsync($"{Hostile}\n\n{await note.InputValueAsync()}");
        await AssertHarmlessAsync(window);
        await window.PromiseAsync();
        await window.SayAsync($"/intro {Hostile}");
        await Expect(window.Dialog.GetByLabel("Who would you like to meet?")).ToHaveValueAsync(Hostile);
        await AssertHarmlessAsync(window);
        await window.Page.Keyboard.PressAsync("Escape");

        await window.BecomeAsync("Grace Okafor");
        await Expect(window.Card("Could you help Ava Stone?")).ToContainTextAsync(Script);
        await window.PictureAsync("hostile-offer");
        await AssertHarmlessAsync(window);
        await window.PressAsync("Could you help Ava Stone?", "Yes, connect us");
        await window.LookAtAsync("Ava Stone");
        await window.SayAsync(Hostile);
        await Expect(window.TalkWith("Ava Stone").GetByText(Hostile).Last).ToBeVisibleAsync();
        await AssertHarmlessAsync(window);

        await window.BecomeAsync("Ava Stone");
        await window.ForwardAsync("3 days");
        await window.PressAsync("Did you and Grace get to talk?", "We met");
        await window.Dialog.GetByLabel("Your thanks").FillAsync(Hostile);
        await window.Dialog.GetByLabel("What was it worth to you?").FillAsync(Hostile);
        await window.SubmitAsync("Send thanks");
        await window.SeesAsync("The circle is closed");
        await window.BecomeAsync("Grace Okafor");
        await Expect(window.Card("Ava Stone says thank you")).ToContainTextAsync(Script);
        await AssertHarmlessAsync(window);
    });

    [Fact]
    public Task A_givers_topics_and_companies_are_only_words() => Scene.PlayAsync(chromium, async scene =>
    {
        var tom = await scene.OpenAsync("tom");
        await tom.SayAsync("give");
        await tom.Dialog.GetByLabel("What do you know about?").FillAsync("<script>alert(1)</script>, 🧪 foams");
        await tom.Dialog.GetByLabel("Companies or fields you know from inside").FillAsync("<img src=x onerror=alert(2)>");
        await tom.SubmitAsync("I am happy to be asked");
        await Expect(tom.Card("Thank you, Tom.")).ToContainTextAsync("<script>alert(1)</script>, 🧪 foams");
        await AssertHarmlessAsync(tom);
    });

    [Fact]
    public Task Ten_kilobytes_get_a_sentence_and_stay_where_they_were_typed() => Scene.PlayAsync(chromium, async scene =>
    {
        scene.Expected.Add("status of 400");
        var (ava, much) = (await scene.OpenAsync("ava"), new string('é', 10_240));
        await ava.SayAsync(much);
        await Expect(ava.Page.GetByText("That is a long message: at most 4000 characters, please.")).ToBeVisibleAsync();
        await Expect(ava.Chat.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(much);

        await ava.SayAsync("/intro");
        await ava.FillAsync(Asking.Good with { WhyThem = much });
        await ava.SubmitAsync("Next: your note");
        await Expect(ava.Page.GetByText("Those are more words than a form can hold")).ToBeVisibleAsync();
        await Expect(ava.Dialog.GetByLabel("Why them?")).ToHaveValueAsync(much);

        await ava.Dialog.GetByLabel("Why them?").FillAsync(much[..5000]);
        await ava.SubmitAsync("Next: your note");
        await Expect(ava.Dialog.GetByText("at most 400 characters, this has 5000").First).ToBeVisibleAsync();
        await Expect(ava.Dialog.GetByLabel("Why them?")).ToHaveValueAsync(much[..5000]);
    });

    private static async Task AssertHarmlessAsync(Window window) =>
        Assert.Equal(0, await window.Page.Locator("body script, body img, body b, body [onerror]").CountAsync());
}
