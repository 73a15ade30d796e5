using System.Net;
using IntroBot.Slack.Install;
using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Install;

/// <summary>From “Add to Slack” to the first answer, and out again.</summary>
public sealed class SlackInstallTests
{
    [Fact]
    public async Task A_workspace_installs_the_app_and_is_helped()
    {
        await using var scene = await InstallScene.OpenAsync();
        var end = await scene.InstallsAsync();

        Assert.Equal(HttpStatusCode.OK, end.Status);
        Assert.Contains("<h1>IntroBot is at home in Globex</h1>", end.Page, StringComparison.Ordinal);
        Assert.True(await scene.HelpsAsync());
        Assert.StartsWith("Thank you for inviting me", scene.Iris.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Single(scene.Iris.Chat.Messages);
        Assert.Empty(scene.Scene.Log.Errors);
    }

    [Fact]
    public async Task Consent_is_asked_for_the_scopes_of_the_manifest_and_no_other()
    {
        await using var scene = await InstallScene.OpenAsync();
        var consent = await scene.ConsentAsync();

        Assert.Equal(SlackScopes.Bot, consent.Scopes);
        Assert.Equal(scene.Slack.App.ClientId, consent.ClientId);
    }

    [Fact]
    public async Task The_code_belongs_to_one_workspace_only()
    {
        await using var scene = await InstallScene.OpenAsync();
        await scene.InstallsAsync();
        var stranger = await scene.Scene.Ava.TypesAsync("/intro", "help");

        Assert.Contains("not installed", stranger.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_no_reads_that_nothing_was_kept()
    {
        await using var scene = await InstallScene.OpenAsync();
        var end = await scene.Browser.GetAsync((await scene.ConsentAsync()).Deny());

        Assert.Equal(HttpStatusCode.OK, end.Status);
        Assert.Contains("<h1>Nothing was installed</h1>", end.Page, StringComparison.Ordinal);
        Assert.Contains("""<a href="/slack/install">""", end.Page, StringComparison.Ordinal);
        Assert.Equal(0, scene.Redeemed);
        Assert.Null(await scene.TokenAsync());
    }

    [Theory, InlineData("invalid_code"), InlineData("bad_client_secret"), InlineData("internal_error")]
    public async Task A_code_that_Slack_does_not_take_leads_to_a_page_and_leaves_nothing(string error)
    {
        await using var scene = await InstallScene.OpenAsync();
        scene.Slack.Faults.Refuse("oauth.v2.access", error);
        var end = await scene.InstallsAsync();

        Assert.Equal(HttpStatusCode.BadGateway, end.Status);
        Assert.Contains("<h1>That did not work</h1>", end.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Globex.Id, await scene.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_organization_is_asked_to_choose_one_workspace()
    {
        await using var scene = await InstallScene.OpenAsync();
        scene.Slack.Faults.AnswerJson("oauth.v2.access", """
            {"ok":true,"access_token":"xoxb-org","token_type":"bot","scope":"commands","bot_user_id":"U1","team":null,
             "enterprise":{"id":"E1"},"is_enterprise_install":true}
            """);
        var end = await scene.InstallsAsync();

        Assert.Contains("<h1>One workspace at a time</h1>", end.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("slack.installations", await scene.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_a_workspace_is_shown_and_never_run()
    {
        await using var scene = await InstallScene.OpenAsync();
        const string Name = "<script>alert('1')</script>\"&";
        scene.Slack.Faults.AnswerJson("oauth.v2.access", $$"""
            {"ok":true,"access_token":"xoxb-1","scope":"commands","bot_user_id":"U1",
             "team":{"id":"T1","name":{{JsonSerializer.Serialize(Name)}}},"is_enterprise_install":false}
            """);
        var end = await scene.InstallsAsync();

        Assert.DoesNotContain("<script", end.Page, StringComparison.OrdinalIgnoreCase);
        var title = WebUtility.HtmlEncode($"IntroBot is at home in {Name}").Replace("&#39;", "&#x27;", StringComparison.Ordinal);
        Assert.Contains($"<title>{title}</title>", end.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_is_kept_nowhere_and_may_do_nothing()
    {
        await using var scene = await InstallScene.OpenAsync();
        var end = await scene.InstallsAsync();

        Assert.Equal("text/html; charset=utf-8", end.Headers["Content-Type"]);
        Assert.Equal("no-store", end.Headers["Cache-Control"]);
        Assert.StartsWith("default-src 'none'", end.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-referrer"), (end.Headers["X-Content-Type-Options"], end.Headers["Referrer-Policy"]));
        Assert.Contains("""<html lang="en">""", end.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_consent_brings_a_new_token_and_the_old_one_is_never_used_again()
    {
        await using var scene = await InstallScene.OpenAsync();
        await scene.InstallsAsync();
        var first = scene.Globex.Token;
        await scene.InstallsAsync();
        var before = scene.Slack.Calls.Count;
        await scene.HelpsAsync();
        await scene.Iris.SaysAsync("help");
        await scene.Scene.SettleAsync();

        Assert.NotEqual(first, scene.Globex.Token);
        Assert.Equal(scene.Globex.Token, await scene.TokenAsync());
        Assert.DoesNotContain(scene.Slack.Calls.Skip(before), call => call.Token == first);
        Assert.Contains(scene.Slack.Calls.Skip(before), call => call.Token == scene.Globex.Token);
    }
}
