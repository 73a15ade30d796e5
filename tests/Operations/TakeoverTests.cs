using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Operations;

/// <summary>Two programs on one store, of which one is killed over what it has acknowledged.</summary>
[Collection(nameof(NonParallel))]
public sealed class TakeoverTests
{
    [Fact]
    public async Task What_a_killed_program_owed_is_answered_by_the_one_that_lives_within_40_seconds()
    {
        await using var scene = await SlackProgram.StartAsync(
            RunningProgram.Built,
            (app, acme) => [("Slack__SigningSecret", app.SigningSecret), ("Slack__BotToken", acme.Token)]);
        await using var other = await scene.StartAnotherAsync();
        var held = scene.Slack.Faults.Hold("users.info");
        await scene.Ava.SaysAsync("help");
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf("users.info") == 1);

        await scene.KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        await scene.Slack.UntilAsync(() => scene.Ava.Chat.Messages.Any(message => message.Author == scene.Acme.Bot));

        Assert.InRange(TimeProvider.System.GetElapsedTime(killed), TimeSpan.Zero, TimeSpan.FromSeconds(40));
        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Text, StringComparison.Ordinal);
        held.SetResult();
    }
}
