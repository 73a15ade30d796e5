using System.Net;

namespace IntroBot.Tests.Slack.Install;

/// <summary>
/// Only the browser that set out can come back, once and soon; everybody else begins again, and no code of theirs is redeemed.
/// </summary>
public sealed class SlackOAuthStateTests
{
    [Theory, InlineData("state", ""), InlineData("state", "abc"), InlineData("none", "")]
    public async Task A_state_that_is_missing_or_wrong_begins_again(string name, string value)
    {
        await using var scene = await InstallScene.OpenAsync();
        var back = (await scene.ConsentAsync()).Allow(scene.Iris);
        await BeginsAgainAsync(
            scene, new Uri($"{back.AbsoluteUri[..back.AbsoluteUri.IndexOf("&state", StringComparison.Ordinal)]}&{name}={value}"));
    }

    [Fact]
    public async Task A_state_of_another_beginning_begins_again()
    {
        await using var scene = await InstallScene.OpenAsync();
        var first = await scene.ConsentAsync();
        await scene.ConsentAsync();
        await BeginsAgainAsync(scene, first.Allow(scene.Iris));
    }

    [Fact]
    public async Task A_tampered_state_begins_again()
    {
        await using var scene = await InstallScene.OpenAsync();
        var back = (await scene.ConsentAsync()).Allow(scene.Iris).AbsoluteUri;
        await BeginsAgainAsync(scene, new Uri($"{back[..^1]}{(back[^1] == 'A' ? 'B' : 'A')}"));
    }

    [Fact]
    public async Task A_tampered_cookie_begins_again()
    {
        await using var scene = await InstallScene.OpenAsync();
        var back = (await scene.ConsentAsync()).Allow(scene.Iris);
        scene.Browser.Cookies = $"{scene.Browser.Cookies[..^4]}AAAA";
        await BeginsAgainAsync(scene, back);
    }

    [Fact]
    public async Task A_cookie_of_nonsense_begins_again()
    {
        await using var scene = await InstallScene.OpenAsync();
        var back = (await scene.ConsentAsync()).Allow(scene.Iris);
        scene.Browser.Cookies = "introbot_slack_state=%00...";
        await BeginsAgainAsync(scene, back);
    }

    [Fact]
    public async Task Another_browser_begins_again()
    {
        await using var scene = await InstallScene.OpenAsync();
        using var other = new InstallBrowser(scene.Scene.Address);
        await BeginsAgainAsync(scene, (await scene.ConsentAsync(other)).Allow(scene.Iris));
    }

    [Theory, InlineData(9, false), InlineData(11, true)]
    public async Task A_state_lives_ten_minutes(int minutes, bool again)
    {
        await using var scene = await InstallScene.OpenAsync();
        var consent = await scene.ConsentAsync();
        var cookie = scene.Browser.Cookies;
        scene.Scene.Clock.Advance(TimeSpan.FromMinutes(minutes));
        scene.Browser.Cookies = cookie;
        var end = await scene.Browser.GetAsync(consent.Allow(scene.Iris));

        Assert.Equal((again, again ? 0 : 1), (end.BeginsAgain, scene.Redeemed));
    }

    [Fact]
    public async Task A_state_is_good_once_whatever_the_browser_sends()
    {
        await using var scene = await InstallScene.OpenAsync();
        var consent = await scene.ConsentAsync();
        var cookie = scene.Browser.Cookies;
        await scene.Browser.GetAsync(consent.Deny());
        Assert.Equal("", scene.Browser.Cookies);
        scene.Browser.Cookies = cookie;
        await BeginsAgainAsync(scene, consent.Allow(scene.Iris));
    }

    [Fact]
    public async Task The_cookie_goes_back_to_us_alone()
    {
        await using var scene = await InstallScene.OpenAsync();
        var begun = await scene.Browser.GetAsync(new Uri(scene.Scene.Address, "/slack/install"));

        Assert.Equal(HttpStatusCode.Redirect, begun.Status);
        Assert.Equal("no-store", begun.Headers["Cache-Control"]);
        Assert.All(
            ["httponly", "samesite=lax", "path=/slack", "max-age=600"],
            part => Assert.Contains(part, begun.SetCookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secure", begun.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(begun.Location!.Query.Split("state=")[1], begun.SetCookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_the_cookie_is_only_sent_encrypted()
    {
        await using var scene = await InstallScene.OpenAsync();
        var begun = await scene.Browser.GetAsync(new Uri(scene.Scene.Address, "/slack/install"), host: "introbot.example.com");

        Assert.Contains("; secure", begun.SetCookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_only_looks_ahead_redeems_nothing()
    {
        await using var scene = await InstallScene.OpenAsync();
        var back = (await scene.ConsentAsync()).Allow(scene.Iris);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await scene.Browser.SendAsync(HttpMethod.Head, new Uri(scene.Scene.Address, "/slack/install"))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await scene.Browser.SendAsync(HttpMethod.Head, back)).Status);
        Assert.Equal(0, scene.Redeemed);
    }

    private static async Task BeginsAgainAsync(InstallScene scene, Uri back)
    {
        var end = await scene.Browser.GetAsync(back);

        Assert.True(end.BeginsAgain, $"{end}");
        Assert.Equal("no-store", end.Headers["Cache-Control"]);
        Assert.Equal(0, scene.Redeemed);
        Assert.Null(await scene.TokenAsync());
    }
}
