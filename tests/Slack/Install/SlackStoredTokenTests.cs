using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack.Install;

/// <summary>Tokens in the store: for those who know the client secret, until the app is taken out.</summary>
public sealed class SlackStoredTokenTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task No_token_and_no_secret_is_stored_or_logged_as_it_is(bool rotates)
    {
        await using var scene = await InstallScene.OpenAsync(rotates);
        await scene.InstallsAsync();
        await scene.HelpsAsync();
        var (dump, log) = (await scene.DumpAsync(), string.Join('\n', scene.Scene.Log.Lines.Select(line => line.Text)));

        Assert.Contains(scene.Globex.Id, dump, StringComparison.Ordinal);
        string?[] secrets =
        [
            scene.Globex.Token, scene.Globex.Tokens[^1].RefreshToken, scene.Slack.App.ClientSecret, scene.Slack.App.SigningSecret,
            "xoxb-", "xoxe-", "xoxe.", "<masterKey", "<value>",
        ];
        Assert.All(secrets.OfType<string>(), secret => Assert.DoesNotContain(secret, dump, StringComparison.Ordinal));
        Assert.All(secrets.OfType<string>(), secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_instances_on_one_store_read_each_others_tokens()
    {
        await using var scene = await InstallScene.OpenAsync();
        await using var early = scene.NewInstance();
        Assert.Null(await scene.TokenAsync(early));
        await scene.InstallsAsync();
        await using var late = scene.NewInstance();
        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((scene.Globex.Token, scene.Globex.Token), (await scene.TokenAsync(early), await scene.TokenAsync(late)));
    }

    [Fact]
    public async Task A_consent_begun_at_one_instance_may_end_at_another()
    {
        await using var scene = await InstallScene.OpenAsync();
        await using var other = scene.NewInstance();
        var (state, proof) = other.GetRequiredService<OAuthStates>().Issue();

        Assert.True(await scene.Scene.The<OAuthStates>().SpendAsync(state, proof, CancellationToken.None));
        Assert.False(await other.GetRequiredService<OAuthStates>().SpendAsync(state, proof, CancellationToken.None));
    }

    [Fact]
    public async Task With_another_client_secret_the_store_opens_nothing_and_one_line_says_so()
    {
        await using var scene = await InstallScene.OpenAsync();
        await scene.InstallsAsync();
        using var log = new RecordedLog();
        await using var other = scene.NewInstance("0123456789abcdef0123456789abcdef", log);
        for (var minute = 0; minute < 3; minute++)
        {
            Assert.Null(await scene.TokenAsync(other));
            scene.Scene.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("was Slack:ClientSecret changed?", Assert.Single(log.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(
            log.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("encryptor", StringComparison.OrdinalIgnoreCase));
        Assert.True(await scene.HelpsAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_takes_the_app_out_leaves_no_token_behind(bool revokedFirst)
    {
        await using var scene = await InstallScene.OpenAsync();
        await scene.InstallsAsync();
        Assert.Contains("\"ProtectedToken\":\"C", await scene.DumpAsync(), StringComparison.Ordinal);
        await scene.Globex.UninstallsAsync(revokedFirst);

        Assert.Null(await scene.TokenAsync());
        Assert.Contains("\"ProtectedToken\":\"\",\"ProtectedRefresh\":null", await scene.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_of_an_end_before_the_newest_beginning_ends_nothing()
    {
        await using var scene = await InstallScene.OpenAsync();
        await scene.InstallsAsync();
        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(3));
        var told = await scene.Globex.UninstallsAsync();
        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.InstallsAsync();
        foreach (var late in told) await AsNewAsync(scene, late);

        Assert.Equal(scene.Globex.Token, await scene.TokenAsync());
        Assert.True(await scene.HelpsAsync());
    }

    [Fact]
    public async Task An_instance_with_an_old_token_takes_the_new_one_up_and_does_not_end_it()
    {
        await using var scene = await InstallScene.OpenAsync();
        await scene.InstallsAsync();
        await using var other = scene.NewInstance();
        Assert.Equal(scene.Globex.Token, await scene.TokenAsync(other));
        scene.Globex.Tokens[^1].IsRevoked = true;
        await scene.InstallsAsync();

        Assert.IsType<SendResult<SlackUser?>.Sent>(await other.GetRequiredService<SlackApi>()
            .UserAsync(new SlackUserRef(scene.Globex.Id, scene.Iris.Id), CancellationToken.None));
        Assert.Equal(scene.Globex.Token, await scene.TokenAsync(other));
        Assert.True(await scene.HelpsAsync());
    }

    /// <summary>The same word under an id nobody has heard.</summary>
    private static Task AsNewAsync(InstallScene scene, FakeSlackDelivery told)
    {
        var payload = told.Payload.DeepClone().AsObject();
        payload["event_id"] = $"{payload["event_id"]}LATE";
        return scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Event, payload);
    }
}
