using IntroBot.Coaching;
using IntroBot.Stewards;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations;

/// <summary>The running playground, once whoever looks after it prefers offers in the givers' channel.</summary>
public sealed class GiversChannelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_steward_moves_offers_to_the_channel_and_the_giver_answers_there()
    {
        await using var program = await RunningProgram.StartedAsync(folder.Path, ("Storage__SqlitePath", folder.File("introbot.db")));
        using var priya = new PlaygroundClient(program.Address, "priya");
        using var ava = new PlaygroundClient(program.Address, "ava");
        using var grace = new PlaygroundClient(program.Address, "grace");

        await ava.TypeAsync("/intro settings");
        Assert.Equal(1, await ava.CountAsync("The settings are with somebody else"));
        await priya.TypeAsync("/intro settings");
        await priya.SubmitAsync((SettingsForms.Offers, SettingsForms.InChannel), (SettingsForms.Channel, ""));
        Assert.NotEqual(0, await priya.CountAsync("Please choose the channel"));
        await priya.SubmitAsync((SettingsForms.Offers, SettingsForms.InChannel), (SettingsForms.Channel, "channel"));
        Assert.Equal(1, await priya.CountAsync("From now on givers are asked in their channel."));

        await ava.TypeAsync("/intro");
        await ava.SubmitAsync(
            [.. AskTemplate.Fields.Select(field => (field.Id, field.Read(Asks.Good with { Deadline = null, DeadlineReason = "" })))]);
        await ava.SubmitAsync(
            (AskTemplate.Note, await ava.BoxAsync(AskTemplate.Note)), (AskTemplate.Promises, FormAnswers.Ticked));
        await grace.AwaitInChannelAsync("so I thought of you");
        Assert.Equal(0, await grace.CountAsync("so I thought of you"));

        await ava.PressAsync("Yes, connect us");
        Assert.Equal(1, await ava.CountAsync("This one is for somebody else"));
        await grace.PressAsync("Yes, connect us");
        Assert.Equal(1, await grace.CountAsync("You said yes to"));
        await ava.AwaitInChannelAsync("said yes");
        Assert.Equal(0, await ava.CountInChannelAsync("so I thought of you"));
    }

    public void Dispose() => folder.Dispose();
}
