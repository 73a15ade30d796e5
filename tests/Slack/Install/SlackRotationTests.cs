using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Slack.Install;

/// <summary>Tokens that live twelve hours, and the one-use refresh tokens that succeed them.</summary>
public sealed class SlackRotationTests
{
    private static readonly TimeSpan NearItsEnd = TimeSpan.FromHours(12) - TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_token_near_its_end_is_exchanged_once_however_many_ask()
    {
        await using var scene = await InstalledAsync();
        scene.Scene.Clock.Advance(NearItsEnd);
        var before = scene.Redeemed;
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.TokenAsync()));

        Assert.Equal(before + 1, scene.Redeemed);
        Assert.Equal(scene.Globex.Token, Assert.Single(tokens.Distinct()));
        Assert.Equal(2, scene.Globex.Tokens.Count);
    }

    [Fact]
    public async Task A_token_with_time_left_is_left_alone()
    {
        await using var scene = await InstalledAsync();
        var before = scene.Redeemed;
        scene.Scene.Clock.Advance(NearItsEnd - TimeSpan.FromMinutes(10));
        await scene.HelpsAsync();

        Assert.Equal(before, scene.Redeemed);
    }

    [Fact]
    public async Task A_call_that_meets_an_expired_token_is_made_again_with_its_successor()
    {
        await using var scene = await InstalledAsync();
        var first = scene.Globex.Token;
        scene.Slack.Faults.Refuse("users.info", "token_expired");

        Assert.IsType<SendResult<SlackUser?>.Sent>(await LookUpAsync(scene));
        Assert.Equal([first, scene.Globex.Token], scene.Slack.CallsOf("users.info").Select(call => call.Token));
        Assert.NotEqual(first, scene.Globex.Token);
    }

    [Fact]
    public async Task Twenty_calls_that_meet_an_expired_token_exchange_it_once()
    {
        await using var scene = await InstalledAsync();
        var before = scene.Redeemed;
        scene.Globex.Tokens[^1].Ends = scene.Scene.Clock.GetUtcNow();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LookUpAsync(scene)));

        Assert.Equal(before + 1, scene.Redeemed);
        Assert.All(results, result => Assert.IsType<SendResult<SlackUser?>.Sent>(result));
        Assert.Equal(2, scene.Globex.Tokens.Count);
    }

    [Fact]
    public async Task A_successor_that_is_refused_too_is_not_asked_for_again_and_again()
    {
        await using var scene = await InstalledAsync();
        var before = scene.Redeemed;
        scene.Slack.Faults.Refuse("users.info", "token_expired", times: 2);

        Assert.Equal("token_expired", Assert.IsType<SendResult<SlackUser?>.Rejected>(await LookUpAsync(scene)).Code);
        Assert.Equal(before + 1, scene.Redeemed);
    }

    [Fact]
    public async Task Where_the_exchange_is_refused_the_old_token_serves_as_long_as_it_lives()
    {
        await using var scene = await InstalledAsync();
        var (first, before) = (scene.Globex.Token, scene.Redeemed);
        scene.Slack.Faults.Refuse("oauth.v2.access", "invalid_refresh_token", times: 100);
        scene.Scene.Clock.Advance(NearItsEnd);
        for (var call = 0; call < 5; call++) Assert.IsType<SendResult<SlackUser?>.Sent>(await LookUpAsync(scene));
        Assert.Equal(before + 1, scene.Redeemed);

        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(first, await scene.TokenAsync());
        Assert.Equal(before + 2, scene.Redeemed);

        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(4));
        for (var call = 0; call < 5; call++) Assert.IsType<SendResult<SlackUser?>.Rejected>(await LookUpAsync(scene));
        Assert.Equal(before + 3, scene.Redeemed);
    }

    [Fact]
    public async Task Trouble_on_the_way_to_the_exchange_is_over_a_minute_later()
    {
        await using var scene = await InstalledAsync();
        scene.Slack.Faults.Fail("oauth.v2.access");
        scene.Scene.Clock.Advance(NearItsEnd);
        await LookUpAsync(scene);
        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var next = await scene.TokenAsync();
        Assert.Equal((scene.Globex.Token, 2), (next, scene.Globex.Tokens.Count));
    }

    [Fact]
    public async Task A_new_pair_is_in_the_store_before_it_is_used()
    {
        await using var scene = await InstalledAsync();
        scene.Scene.Clock.Advance(NearItsEnd);
        var held = scene.Slack.Faults.Hold("users.info");
        var call = LookUpAsync(scene);
        await scene.Slack.UntilAsync(() => scene.Globex.Tokens.Count == 2);
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf("users.info") == 1 || call.IsCompleted);
        await using var survivor = scene.NewInstance();
        var (kept, used) = (await scene.TokenAsync(survivor), scene.Slack.CallsOf("users.info").Single().Token);
        held.SetResult();
        await call;

        Assert.Equal((scene.Globex.Token, scene.Globex.Token), (kept, used));
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_lose_the_new_pair()
    {
        await using var scene = await InstalledAsync();
        scene.Scene.Clock.Advance(NearItsEnd);
        var held = scene.Slack.Faults.Hold("oauth.v2.access");
        using var impatience = new CancellationTokenSource();
        var call = scene.Scene.The<SlackApi>().UserAsync(new SlackUserRef(scene.Globex.Id, scene.Iris.Id), impatience.Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        held.SetResult();

        Assert.IsType<SendResult<SlackUser?>.Sent>(await LookUpAsync(scene));
        Assert.Equal(2, scene.Globex.Tokens.Count);
        Assert.Equal(scene.Globex.Token, await scene.TokenAsync());
    }

    [Fact]
    public async Task A_second_instance_takes_the_new_pair_up()
    {
        await using var scene = await InstalledAsync();
        await using var other = scene.NewInstance();
        await scene.TokenAsync(other);
        scene.Scene.Clock.Advance(NearItsEnd);
        await scene.TokenAsync();
        var before = scene.Redeemed;

        Assert.Equal(scene.Globex.Token, await scene.TokenAsync(other));
        Assert.Equal(before, scene.Redeemed);
    }

    [Fact]
    public async Task Over_four_days_no_more_than_two_tokens_live_at_once()
    {
        await using var scene = await InstalledAsync();
        await using var other = scene.NewInstance();
        for (var hour = 0; hour < 96; hour++)
        {
            scene.Scene.Clock.Advance(TimeSpan.FromHours(1));
            var api = hour % 2 == 0 ? scene.Scene.The<SlackApi>() : other.GetRequiredService<SlackApi>();
            Assert.IsType<SendResult<SlackUser?>.Sent>(
                await api.UserAsync(new SlackUserRef(scene.Globex.Id, scene.Iris.Id), CancellationToken.None));
            Assert.True(scene.Globex.Tokens.Count(token => token is { IsRevoked: false, IsExpired: false }) <= 2);
        }

        Assert.DoesNotContain(scene.Globex.Tokens, token => token.IsRevoked);
        Assert.InRange(scene.Globex.Tokens.Count, 8, 10);
    }

    private static async Task<InstallScene> InstalledAsync()
    {
        var scene = await InstallScene.OpenAsync(rotates: true);
        await scene.InstallsAsync();
        return scene;
    }

    private static Task<SendResult<SlackUser?>> LookUpAsync(InstallScene scene) =>
        scene.Scene.The<SlackApi>().UserAsync(new SlackUserRef(scene.Globex.Id, scene.Iris.Id), CancellationToken.None);
}
