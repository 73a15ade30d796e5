using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>Everything a person can type, and what answers.</summary>
public sealed class CommandTests(Chromium chromium)
{
    [Fact]
    public Task A_giver_rests_comes_back_blocks_and_stops() => Scene.PlayAsync(chromium, async scene =>
    {
        var grace = await scene.OpenAsync("grace");
        await SayAndSeeAsync(grace, "/intro help", "I bring people together, gently");
        await SayAndSeeAsync(grace, "/intro stauts", "Did you mean “status”?");
        await SayAndSeeAsync(grace, "/intro status", "Nothing is open");
        await SayAndSeeAsync(grace, "pause 2w", "Enjoy the rest");
        await Expect(grace.Home).ToContainTextAsync("Paused until");
        await SayAndSeeAsync(grace, "resume", "Welcome back");
        await SayAndSeeAsync(grace, "block @Ava", "Done, and private");
        await SayAndSeeAsync(grace, "block", "People whose asks never reach you");
        await grace.PressAsync("People whose asks never reach you", "Unblock Ava");
        await grace.SeesAsync("Done");
        await SayAndSeeAsync(grace, "stop giving", "You are no longer asked");
        await Expect(grace.Home).ToContainTextAsync("You have not offered to help yet");
        await grace.PressAsync("You are no longer asked", "Come back");
        await grace.SubmitAsync("I am happy to be asked");
        await grace.SeesAsync("Thank you, Grace. It is good to have you");
    });

    [Fact]
    public Task An_ask_is_seen_in_status_and_taken_back() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("ava");
        await window.AskAsync(Asking.Good);
        await SayAndSeeAsync(window, "status", "Where things stand");
        await Expect(window.Card("Where things stand")).ToContainTextAsync("looking for the right person");
        await SayAndSeeAsync(window, "withdraw", "Take it back?");
        await window.PressAsync("Take it back?", "Take it back");
        await window.SeesAsync("Your ask is withdrawn");

        await window.BecomeAsync("Grace Okafor");
        await window.SeesAsync("Ava no longer needs this");
    });

    [Fact]
    public Task Somebody_blocked_is_never_brought_to_the_one_who_blocked_them() => Scene.PlayAsync(chromium, async scene =>
    {
        var window = await scene.OpenAsync("grace");
        await SayAndSeeAsync(window, "/intro block @Ava", "Done, and private");
        await window.BecomeAsync("Ava Stone");
        await window.AskAsync(Asking.Good);
        await window.ForwardAsync("1 day");

        await window.BecomeAsync("Wei Tan");
        await window.SeesAsync("Could you help Ava Stone?");
        await window.BecomeAsync("Grace Okafor");
        await Expect(window.Chat.GetByText("Could you help")).ToHaveCountAsync(0);
    });

    private static async Task SayAndSeeAsync(Window window, string line, string title)
    {
        await window.SayAsync(line);
        await window.SeesAsync(title);
    }
}
