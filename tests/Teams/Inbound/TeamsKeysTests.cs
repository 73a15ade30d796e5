using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Keys come and go without notice, and nobody is kept out by that or by what others invent.</summary>
public sealed class TeamsKeysTests
{
    [Fact]
    public async Task A_new_key_is_known_at_first_sight()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var asked = scene.Teams.Keys.Asked;
        scene.Teams.Keys.Roll();

        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));

        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Equal(asked + 1, scene.Teams.Keys.Asked);
    }

    [Fact]
    public async Task Keys_are_asked_for_once_while_they_are_fresh()
    {
        await using var scene = await TeamsScene.OpenAsync();
        for (var times = 0; times < 5; times++) await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        Assert.Equal(1, scene.Teams.Keys.Asked);

        await scene.PassAsync(TimeSpan.FromHours(13));
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        Assert.Equal(2, scene.Teams.Keys.Asked);
    }

    [Fact]
    public async Task Whoever_invents_keys_keeps_no_real_one_out()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var invented = Enumerable.Range(0, 200).Select(number => Forged(scene, $"invented{number}")).ToList();
        scene.Teams.Keys.Roll();

        var real = scene.Ava.SaysAsync("help");
        var statuses = await Task.WhenAll(invented);
        await scene.AfterAsync(real);

        Assert.All(statuses, status => Assert.Equal(401, status));
        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invented_keys_make_us_look_once_a_second_at_most()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var (asked, since) = (scene.Teams.Keys.Asked, scene.Clock.GetUtcNow());

        for (var round = 0; round < 5; round++)
            await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Forged(scene, $"invented{number}")));

        Assert.InRange(scene.Teams.Keys.Asked - asked, 1, 1 + (scene.Clock.GetUtcNow() - since).TotalSeconds);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_counts_no_more_once_the_keys_are_read_anew()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var claims = scene.Teams.Keys.Claims(scene.Acme.ServiceUrl);
        claims["exp"] = scene.Clock.GetUtcNow().AddDays(2).ToUnixTimeSeconds();
        var old = scene.Teams.Keys.Sign(claims);
        Assert.Equal(200, (await scene.Teams.Post.SendAsync(Act(scene), $"Bearer {old}")).Status);

        scene.Teams.Keys.Roll();
        scene.Teams.Keys.DropOldest();
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        Assert.Equal(401, (await scene.Teams.Post.SendAsync(Act(scene), $"Bearer {old}")).Status);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_without_another_counts_half_a_day_at_most()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var claims = scene.Teams.Keys.Claims(scene.Acme.ServiceUrl);
        claims["exp"] = scene.Clock.GetUtcNow().AddDays(2).ToUnixTimeSeconds();
        var old = scene.Teams.Keys.Sign(claims);
        scene.Teams.Keys.Roll();
        scene.Teams.Keys.DropOldest();

        await scene.PassAsync(TimeSpan.FromHours(12));

        Assert.Equal(401, (await scene.Teams.Post.SendAsync(Act(scene), $"Bearer {old}")).Status);
    }

    [Fact]
    public async Task While_keys_cannot_be_read_the_known_ones_count_and_no_others()
    {
        await using var scene = await TeamsScene.OpenAsync();
        scene.Teams.Keys.IsDown = true;
        await scene.PassAsync(TimeSpan.FromHours(13));

        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
        scene.Teams.Keys.Roll();
        Assert.Equal(401, (await scene.Teams.Post.SendAsync(
            Act(scene), $"Bearer {scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl))}")).Status);

        scene.Teams.Keys.IsDown = false;
        await scene.AfterAsync(scene.Ava.SaysAsync("status"));
        Assert.Empty(scene.Log.Errors);
    }

    private static async Task<int> Forged(TeamsScene scene, string key) =>
        (await scene.Teams.Post.SendAsync(
            "{}", $"Bearer {scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl), head => head["kid"] = key)}")).Status;

    private static string Act(TeamsScene scene)
    {
        var said = scene.Ava.Activity("message", scene.Ava.Chat);
        said["text"] = "help";
        return said.ToJsonString();
    }
}
