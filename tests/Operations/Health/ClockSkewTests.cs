using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Operations.Health;

/// <summary>
/// A machine whose clock is not everybody's: whoever runs the program hears by how much, before and after Slack stops believing it.
/// </summary>
public sealed class ClockSkewTests
{
    [Fact]
    public async Task Two_minutes_off_all_goes_on_and_it_is_said()
    {
        await using var scene = await StartAsync(TimeSpan.FromMinutes(2));
        await scene.GivesAsync(scene.Grace, "supply chain");

        Assert.Equal(
            """200 {"status":"Degraded","checks":{"clock":"This machine\u0027s clock is about 2 minutes behind """
                + """the one of Slack: let a time server set it."}}""",
            await ReadyAsync(scene));
        Assert.Equal(1, CountOf(scene, "Clock skew: this machine is about 2 minutes behind Slack"));
    }

    [Fact]
    public async Task So_far_off_that_Slack_is_not_believed_it_is_said_once_and_the_program_is_not_ready()
    {
        await using var scene = await StartAsync(TimeSpan.FromMinutes(-12), knows: false);
        scene.Slack.ComplainsOfAnswers = false;
        for (var times = 0; times < 3; times++) Assert.Equal(401, (await scene.Ava.TypesAsync("/intro", "help")).Status);
        await scene.Program.SaidAsync("Clock skew: this machine is about 12 minutes ahead of Slack");

        Assert.StartsWith("503 ", await ReadyAsync(scene), StringComparison.Ordinal);
        Assert.Equal(1, CountOf(scene, "Clock skew: this machine is"));
    }

    [Fact]
    public async Task A_request_of_now_by_another_secret_is_told_once()
    {
        await using var scene = await SlackScene.OpenAsync((settings, _) => settings.SigningSecret = "another secret");
        scene.Slack.ComplainsOfAnswers = false;
        for (var times = 0; times < 3; times++) Assert.Equal(401, (await scene.Ava.TypesAsync("/intro", "help")).Status);

        Assert.Contains(
            "Slack:SigningSecret", Assert.Single(scene.Log.Lines, line => line.Level == LogLevel.Warning).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_secret_proved_right_forgers_bring_about_no_line()
    {
        await using var scene = await SlackScene.OpenAsync();
        var genuine = await scene.Ava.TypesAsync("/intro", "help");
        for (var times = 0; times < 3; times++) await genuine.TamperedAsync(body => $"{body}&more=1");

        Assert.DoesNotContain(scene.Log.Lines, line => line.Text.Contains("Slack:SigningSecret", StringComparison.Ordinal));
    }

    private static async Task<SlackProgram> StartAsync(TimeSpan theirs, bool knows = true) => await SlackProgram.StartAsync(
        RunningProgram.Tested,
        (app, acme) =>
            [("Slack__SigningSecret", app.SigningSecret), ("Slack__BotToken", knows ? acme.Token : ""), .. knows ? [] : Install(app)],
        clock: new ShiftedClock(theirs));

    /// <summary>By OAuth nothing is asked of Slack at the start, so that no answer tells the time.</summary>
    private static (string, string)[] Install(FakeSlackApp app) =>
        [("Slack__ClientId", app.ClientId), ("Slack__ClientSecret", app.ClientSecret)];

    private static async Task<string> ReadyAsync(SlackProgram scene)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(scene.Address, "/healthz/ready"));
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    private static int CountOf(SlackProgram scene, string words) => scene.Program.Output.Split(words).Length - 1;

    /// <summary>The real time and something.</summary>
    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
