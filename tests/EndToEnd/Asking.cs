using IntroBot.Coaching;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.EndToEnd;

/// <summary>An asker's way through the page.</summary>
internal static class Asking
{
    public const string Sent = "Your ask is on its way";

    /// <summary>A good ask of a realistic length: its note has about a hundred words.</summary>
    public static Ask Good { get; } = new()
    {
        Who = "Someone who has run a supply chain at a sports brand",
        Topics = ["supply chain", "sourcing"],
        Purpose = Purpose.Advice,
        WhyThem =
            "I read how Alto moved its sourcing from one country to three in two years. "
                + "I am about to choose a first factory and know nobody who has done both.",
        SmallStep = "Could I ask three questions in a 20-minute call about choosing a first factory?",
        AboutYou = "I build a running shoe brand with six people in Berlin. I design, and have never ordered from a factory.",
        InReturn = "I can share our tests of recycled foam.",
        DeadlineReason = "We sign with a factory that week",
        AlreadyTried = "I wrote to two factories. We have not met before.",
    };

    /// <summary>The good ask with a deadline two weeks from the page's own day.</summary>
    public static Ask WithDeadline(DateTimeOffset now) => Good with { Deadline = DateOnly.FromDateTime(now.UtcDateTime).AddDays(14) };

    /// <summary>Writes every field of the form that is open, found by its label.</summary>
    public static async Task FillAsync(this Window window, Ask ask)
    {
        foreach (var field in AskTemplate.Fields)
        {
            var input = window.Dialog.GetByLabel(field.Label);
            await (field.Kind == FieldKind.Choice ? input.SelectOptionAsync(field.Read(ask)) : input.FillAsync(field.Read(ask)));
        }
    }

    /// <summary>Asks by the form, from the first word to the promises.</summary>
    public static async Task AskAsync(this Window window, Ask ask)
    {
        await window.SayAsync("/intro");
        await window.FillAsync(ask);
        await window.SubmitAsync("Next: your note");
        await window.PromiseAsync();
    }

    /// <summary>Ticks the promises and sends, whatever the coach may still say.</summary>
    public static async Task PromiseAsync(this Window window)
    {
        await window.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = "I promise" }).CheckAsync();
        await window.Dialog.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await window.SeesAsync(Sent);
        await Expect(window.Dialog).ToHaveCountAsync(0);
    }
}
