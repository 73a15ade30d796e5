using IntroBot.Coaching;
using IntroBot.Tests.Coaching;

namespace IntroBot.Tests.Operations.Scenes;

/// <summary>
/// The main job at the playground, from the ask to the thanks. The program is killed right after each answer it gives; what it answered for
/// is there when it comes back, and there once.
/// </summary>
internal sealed class KilledMainJob(Func<Task<RunningProgram>> start)
{
    public async Task LiveAsync()
    {
        await AnswerInTheChatAsync();
        await SendTheAskAsync();
        await SayYesAsync();
        await TellTheOutcomeAsync();
        await SayThanksAsync();

        await using var program = await start();
        using var grace = new PlaygroundClient(program.Address, "grace");
        await grace.AwaitAsync("You opened this door");
        Assert.Equal(1, await grace.CountAsync("That saved us a month."));
        Assert.Equal(0, await grace.CountAsync("Yes, connect us"));
        await grace.TurnToMeetingAsync();
        Assert.Equal(1, await grace.CountAsync("meet each other"));
    }

    private async Task AnswerInTheChatAsync()
    {
        await using (var program = await start())
        {
            using var ava = new PlaygroundClient(program.Address, "ava");
            await ava.TypeAsync("Somebody who has run a supply chain at a sports brand");
            await ava.PressAsync("Yes, start");
            await ava.PressAsync("Advice");
            await program.KillAsync();
        }

        await using var again = await start();
        using var visitor = new PlaygroundClient(again.Address, "ava");
        Assert.Equal(1, await visitor.CountAsync("4 of 10"));
        await visitor.PressAsync("Use the form");
        Assert.Equal("Somebody who has run a supply chain at a sports brand", await visitor.BoxAsync(AskTemplate.Who));
        Assert.Equal("supply chain", await visitor.BoxAsync(AskTemplate.Topics));
    }

    private async Task SendTheAskAsync()
    {
        await using var program = await start();
        using var ava = new PlaygroundClient(program.Address, "ava");
        await ava.PressAsync("Use the form");
        var words = Asks.Good with { Deadline = null, DeadlineReason = "" };
        await ava.SubmitAsync([.. AskTemplate.Fields.Select(field => (field.Id, field.Read(words)))]);
        await ava.SubmitAsync(
            (AskTemplate.Note, await ava.BoxAsync(AskTemplate.Note)), (AskTemplate.Promises, FormAnswers.Ticked));
        Assert.Equal(1, await ava.CountAsync("Your ask is on its way"));
        await program.KillAsync();
    }

    private async Task SayYesAsync()
    {
        await using var program = await start();
        using var grace = new PlaygroundClient(program.Address, "grace");
        await grace.AwaitAsync("so I thought of you");
        Assert.Equal(1, await grace.CountAsync("so I thought of you"));
        await grace.PressAsync("Yes, connect us");
        await program.KillAsync();
    }

    private async Task TellTheOutcomeAsync()
    {
        await using var program = await start();
        using var ava = new PlaygroundClient(program.Address, "ava");
        await ava.AwaitAsync("I have opened a conversation for the two of you, with your note in it");
        await ava.TurnToMeetingAsync();
        Assert.Equal(1, await ava.CountAsync("meet each other"));
        ava.TurnToBot();
        await ava.MoveClockAsync("3d");
        await ava.AwaitAsync("We met");
        Assert.Equal(1, await ava.CountAsync("get to talk?"));
        Assert.Equal(1, await ava.CountAsync("I have opened a conversation for the two of you, with your note in it"));
        await ava.PressAsync("We met");
        await program.KillAsync();
    }

    private async Task SayThanksAsync()
    {
        await using var program = await start();
        using var ava = new PlaygroundClient(program.Address, "ava");
        await ava.AwaitAsync("Write the thank-you");
        await ava.PressAsync("Write the thank-you");
        await ava.SubmitAsync(("thanks", "Thank you, Grace. That saved us a month."), ("worth", ""));
        Assert.Equal(1, await ava.CountAsync("Grace will read your thanks"));
        await program.KillAsync();
    }
}
