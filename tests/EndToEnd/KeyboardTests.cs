using IntroBot.Coaching;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>Everything by keyboard: nothing here touches a mouse or sets a focus by itself.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public Task A_person_without_a_mouse_asks_and_answers() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        var keys = window.Page.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the chat with IntroBot" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await TabToAsync(window, window.Chat.GetByRole(AriaRole.Textbox));
        await keys.TypeAsync("/intro");
        await keys.PressAsync("Enter");
        await Expect(window.Dialog.GetByLabel("Who would you like to meet?")).ToBeFocusedAsync();
        foreach (var field in AskTemplate.Fields.Where(field => field.Kind != FieldKind.Date))
        {
            await TabToAsync(window, window.Dialog.GetByLabel(field.Label));
            await (field.Kind == FieldKind.Choice ? keys.PressAsync("A") : keys.InsertTextAsync(field.Read(Asking.Good)));
        }

        await TabToAsync(window, window.Dialog.GetByRole(AriaRole.Button, new() { Name = "Next: your note" }));
        await keys.PressAsync("Enter");
        await TabToAsync(window, window.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = "I promise" }));
        await keys.PressAsync("Space");
        await TabToAsync(window, window.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send it" }));
        await keys.PressAsync("Enter");
        await window.SeesAsync(Asking.Sent);
        await Expect(window.Dialog).ToHaveCountAsync(0);

        await window.Page.ReloadAsync();
        await TabToAsync(window, window.PersonLink("Grace Okafor"));
        await keys.PressAsync("Enter");
        await TabToAsync(window, window.Card("Could you help Ava Stone?").GetByRole(AriaRole.Button, new() { Name = "Yes, connect us" }));
        await keys.PressAsync("Enter");
        await TabToAsync(window, window.Talks.GetByRole(AriaRole.Link, new() { Name = "Ava Stone" }), "Shift+Tab");
        await keys.PressAsync("Enter");
        await TabToAsync(window, window.TalkWith("Ava Stone").GetByRole(AriaRole.Textbox));
        await keys.TypeAsync("Hello Ava");
        await keys.PressAsync("Enter");
        await Expect(window.TalkWith("Ava Stone").GetByText("Hello Ava")).ToBeVisibleAsync();
    });

    /// <summary>Presses Tab until a control has the focus; one that cannot be reached fails.</summary>
    private static async Task TabToAsync(Window window, ILocator control, string key = "Tab")
    {
        await Expect(control).ToBeVisibleAsync();
        for (var presses = 0; presses < 80; presses++)
        {
            if (await control.EvaluateAsync<bool>("control => control === document.activeElement"))
            {
                return;
            }

            await window.Page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"The keyboard does not reach {control}.");
    }
}
