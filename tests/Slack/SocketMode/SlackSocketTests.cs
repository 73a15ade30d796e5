using IntroBot.Givers;
using IntroBot.Slack.SocketMode;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack.SocketMode;

/// <summary>The whole program behind a firewall: by bot token and app token, without a signing secret and without an address.</summary>
public sealed class SlackSocketTests
{
    [Fact]
    public async Task The_main_job_is_done_over_a_socket()
    {
        await using var scene = await ConnectedAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.AsksAsync(scene.Ava);
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();

        Assert.Contains(
            "Ava and Grace, meet each other", scene.Acme.Conversation([scene.Ava, scene.Grace]).Last.Text, StringComparison.Ordinal);
        Assert.Empty(scene.Slack.Sockets.Strays);
        Assert.Empty(scene.Log.Errors);
    }

    [Fact]
    public async Task An_acknowledgement_carries_the_answer_to_whoever_is_known()
    {
        await using var scene = await ConnectedAsync();
        Assert.Equal("", (await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"))).Body);
        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Contains("I bring people together", (await scene.Ava.TypesAsync("/intro", "help")).Body, StringComparison.Ordinal);

        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "give"));
        await scene.Ava.TypesIntoAsync(GiverForms.Topics, "sourcing");
        var sent = await scene.AfterAsync(scene.Ava.SubmitsAsync((GiverForms.Topics, "sourcing")));
        Assert.Equal("update", sent.Json.Text("response_action"));
    }

    [Fact]
    public async Task Nobody_can_post_where_only_sockets_are_heard()
    {
        await using var scene = await ConnectedAsync();
        using var wire = new HttpClient();
        using var answer = await wire.PostAsync(new Uri(scene.Address, "/slack/events"), new StringContent("{}"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory, InlineData("warning"), InlineData("refresh_requested")]
    public async Task Before_a_socket_ends_the_next_is_open_and_nothing_is_lost_or_doubled(string reason)
    {
        await using var scene = await ConnectedAsync();
        var old = scene.Slack.Sockets.Open[0];
        await scene.Slack.Sockets.DisconnectAsync(reason, old);
        await scene.Slack.Sockets.ConnectedAsync(2);
        for (var count = 0; count < 6; count++) await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));
        await old.CloseAsync();
        await scene.Slack.Sockets.ConnectedAsync(1);
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));

        Assert.Equal(7, scene.Ava.Ephemerals.Count);
        Assert.Equal(2, scene.Slack.CountOf("apps.connections.open"));
        Assert.Empty(scene.Slack.Sockets.Strays);
    }

    [Fact]
    public async Task Sockets_that_Slack_takes_back_at_once_are_not_opened_in_a_hurry()
    {
        await using var scene = await ConnectedAsync();
        scene.LetWait();
        await scene.Slack.Sockets.DisconnectAsync("warning", scene.Slack.Sockets.Open[0]);
        await scene.Slack.Sockets.ConnectedAsync(2);
        await scene.Slack.Sockets.DisconnectAsync("warning", scene.Slack.Sockets.Open[1]);
        await scene.Ava.TypesAsync("/intro", "help");
        Assert.Equal(2, scene.Slack.CountOf("apps.connections.open"));

        await UntilOpenAsync(scene, 3);
    }

    [Fact]
    public async Task A_socket_that_breaks_is_opened_again()
    {
        await using var scene = await ConnectedAsync();
        scene.Slack.Sockets.Cut();
        await scene.Slack.Sockets.ConnectedAsync(0);
        await UntilOpenAsync(scene, 1);
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));

        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Empty(scene.Log.Errors);
    }

    [Fact]
    public async Task What_is_delivered_again_is_done_once()
    {
        await using var scene = await ConnectedAsync();
        var said = await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await scene.AfterAsync(said.RedeliverAsync(1, "timeout"));
        await scene.AfterAsync(said.RedeliverAsync(2, "timeout"));

        Assert.Single(scene.Ava.Chat.Messages, message => message.Author == scene.Acme.Bot);
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_is_told_once_and_waited_for()
    {
        await using var scene = await ConnectedAsync();
        await scene.Slack.Sockets.DisconnectAsync("link_disabled");
        await scene.Slack.Sockets.ConnectedAsync(0);
        for (var minute = 0; minute < 5; minute++)
        {
            var before = scene.Slack.CountOf("apps.connections.open");
            await UntilAsync(scene, TimeSpan.FromMinutes(1), () => scene.Slack.CountOf("apps.connections.open") > before);
        }

        Assert.Contains("switch Socket Mode on", Assert.Single(scene.Log.Errors), StringComparison.Ordinal);
        scene.Slack.App.SocketMode = true;
        await UntilAsync(scene, TimeSpan.FromMinutes(1), () => scene.Slack.Sockets.Open.Count == 1);
    }

    [Theory, InlineData("invalid_auth"), InlineData("account_inactive"), InlineData("not_allowed_token_type")]
    public async Task An_app_token_that_Slack_does_not_take_is_told_once_and_not_tried_again(string error)
    {
        await using var scene = await OpenAsync(slack => slack.Faults.Refuse("apps.connections.open", error, times: 100));
        await scene.The<IEnumerable<IHostedService>>().OfType<SlackSocket>().Single().ExecuteTask!;
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.SettleAsync();

        Assert.Contains("Slack does not take Slack:AppToken", Assert.Single(scene.Log.Errors), StringComparison.Ordinal);
        Assert.Equal(1, scene.Slack.CountOf("apps.connections.open"));
    }

    [Fact]
    public async Task Stopping_is_no_loss_to_complain_of()
    {
        var scene = await ConnectedAsync();
        await scene.DisposeAsync();

        Assert.DoesNotContain(scene.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    private static async Task<SlackScene> ConnectedAsync()
    {
        var scene = await OpenAsync();
        await scene.Slack.Sockets.ConnectedAsync();
        return scene;
    }

    private static Task<SlackScene> OpenAsync(Action<FakeSlack>? prepare = null) => SlackScene.OpenAsync(
        (options, slack) => (options.SigningSecret, options.AppToken) = (null, slack.App.AppToken),
        slack =>
        {
            slack.App.SocketMode = true;
            prepare?.Invoke(slack);
        });

    private static Task UntilOpenAsync(SlackScene scene, int count) =>
        UntilAsync(scene, TimeSpan.FromSeconds(2), () => scene.Slack.Sockets.Open.Count == count);

    /// <summary>Moves the clock until something holds: the program may not yet wait for it when it is moved first.</summary>
    private static async Task UntilAsync(SlackScene scene, TimeSpan step, Func<bool> holds)
    {
        var done = scene.Slack.UntilAsync(holds);
        while (!done.IsCompleted)
        {
            scene.Clock.Advance(step);
            await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
        }

        await done;
    }
}
