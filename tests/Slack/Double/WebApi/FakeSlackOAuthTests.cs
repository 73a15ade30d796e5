using System.Net;
using System.Web;

namespace IntroBot.Tests.Slack.Double.WebApi;

public sealed class FakeSlackOAuthTests : FakeSlackTests
{
    private const string Back = "https://bot.example/slack/oauth/callback";

    [Fact]
    public async Task A_consent_is_exchanged_once_for_a_token()
    {
        var code = await ConsentAsync("s1");
        var answer = await AccessAsync(("code", code), ("redirect_uri", Back));

        Assert.Equal(
            (Acme.Id, Acme.Bot.Id, Ava.Id), (answer["team"].Text("id"), answer.Text("bot_user_id"), answer["authed_user"].Text("id")));
        Assert.Equal(Acme.Token, answer.Text("access_token"));
        Assert.False(answer.ContainsKey("refresh_token"));
        Assert.Equal("invalid_code", (await AccessAsync(("code", code), ("redirect_uri", Back))).Text("error"));
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes()
    {
        var code = await ConsentAsync("s1");
        Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("invalid_code", (await AccessAsync(("code", code), ("redirect_uri", Back))).Text("error"));
    }

    [Fact]
    public async Task A_code_belongs_to_the_address_it_was_sent_to() =>
        Assert.Equal(
            "bad_redirect_uri",
            (await AccessAsync(("code", await ConsentAsync("s1")), ("redirect_uri", "https://elsewhere.example/"))).Text("error"));

    [Fact]
    public async Task A_client_proves_itself()
    {
        Assert.Equal("bad_client_secret", (await AccessAsync(Slack.App.ClientId, "guess", ("code", "x"))).Text("error"));
        Assert.Equal("invalid_client_id", (await AccessAsync("9.9", Slack.App.ClientSecret, ("code", "x"))).Text("error"));
        Assert.Equal("invalid_code", (await CallWithAsync(
            "", "oauth.v2.access", ("client_id", Slack.App.ClientId),
            ("client_secret", Slack.App.ClientSecret), ("code", "x"))).Text("error"));
        Assert.Equal("invalid_grant_type", (await AccessAsync(("grant_type", "password"))).Text("error"));
    }

    [Fact]
    public async Task A_person_may_say_no()
    {
        await ConsentAsync("s 1&2");
        var back = HttpUtility.ParseQueryString(Slack.Consents[^1].Deny().Query);

        Assert.Equal(("access_denied", "s 1&2"), (back["error"], back["state"]));
    }

    [Theory, InlineData("client_id=9.9&scope=commands"), InlineData("scope=commands"), InlineData("client_id=*&scope="),
        InlineData("client_id=*&scope=commands&redirect_uri=https%3A%2F%2Fevil.example%2F")]
    public async Task A_wrong_link_shows_no_page(string query)
    {
        Slack.App.RedirectUrls.Add(new Uri(Back));
        using var answer = await Client.GetAsync(new Uri(
            Slack.Address, $"oauth/v2/authorize?{query.Replace("*", Slack.App.ClientId, StringComparison.Ordinal)}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Slack.Consents);
    }

    [Fact]
    public async Task A_scope_that_is_optional_may_be_declined_and_one_granted_before_stays()
    {
        Acme.Tokens[^1].Scopes = ["commands", "team:read"];
        await ConsentAsync("s1");
        var code = HttpUtility.ParseQueryString(Slack.Consents[^1].Allow(Ava, "users:read").Query)["code"]!;
        var answer = await AccessAsync(("code", code), ("redirect_uri", Back));

        Assert.Equal("chat:write,commands,team:read", answer.Text("scope"));
    }

    [Fact]
    public async Task A_rotating_token_lives_twelve_hours_and_is_refreshed_once()
    {
        Slack.App.RotatesTokens = true;
        var first = await AccessAsync(("code", await ConsentAsync("s1")), ("redirect_uri", Back));
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("token_expired", (await CallWithAsync(first.Text("access_token"), "auth.test")).Text("error"));
        var second = await RefreshAsync(first);

        Assert.Equal((43200, "bot"), (second.Number("expires_in"), second.Text("token_type")));
        Assert.True((await CallWithAsync(second.Text("access_token"), "auth.test")).Flag("ok"));
        Assert.Equal("invalid_refresh_token", (await RefreshAsync(first)).Text("error"));
    }

    [Fact]
    public async Task A_third_live_token_ends_the_first()
    {
        Slack.App.RotatesTokens = true;
        var first = await AccessAsync(("code", await ConsentAsync("s1")), ("redirect_uri", Back));
        var second = await RefreshAsync(first);
        Assert.True((await CallWithAsync(first.Text("access_token"), "auth.test")).Flag("ok"));
        await RefreshAsync(second);

        Assert.Equal("token_revoked", (await CallWithAsync(first.Text("access_token"), "auth.test")).Text("error"));
        Assert.True((await CallWithAsync(second.Text("access_token"), "auth.test")).Flag("ok"));
    }

    [Fact]
    public async Task An_app_uninstalls_itself_with_its_secret()
    {
        Assert.Equal("invalid_client_id", await ErrorAsync("apps.uninstall"));
        await OkAsync("apps.uninstall", ("client_id", Slack.App.ClientId), ("client_secret", Slack.App.ClientSecret));

        Assert.Equal("account_inactive", await ErrorAsync("auth.test"));
    }

    private async Task<string> ConsentAsync(string state)
    {
        var asked = $"client_id={Slack.App.ClientId}&scope=commands,chat:write,users:read&state={Uri.EscapeDataString(state)}";
        await Client.GetStringAsync(new Uri(
            Slack.Address, $"oauth/v2/authorize?{asked}&redirect_uri={Uri.EscapeDataString(Back)}"));
        var back = HttpUtility.ParseQueryString(Slack.Consents[^1].Allow(Ava).Query);
        Assert.Equal(state, back["state"]);
        return back["code"]!;
    }

    private Task<JsonObject> RefreshAsync(JsonObject before) =>
        AccessAsync(("grant_type", "refresh_token"), ("refresh_token", before.Text("refresh_token")));

    private Task<JsonObject> AccessAsync(params (string Name, string Value)[] fields) =>
        AccessAsync(Slack.App.ClientId, Slack.App.ClientSecret, fields);

    private async Task<JsonObject> AccessAsync(string id, string secret, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.Address, "api/oauth.v2.access"))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        using var answer = await Client.SendAsync(request);
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
