using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Teams;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Tests.Teams;

/// <summary>Only what Teams says to this bot, lately and by a key of its own, is ever read.</summary>
public sealed class TeamsForgeryTests : IAsyncLifetime
{
    /// <summary>No JSON: whoever parses it fails with something other than 401.</summary>
    private const string Garbage = "{\"type\":\"message\",\"from\":{{{%%%\0";

    private TeamsScene? scene;
    private string before = "";

    private TeamsScene Scene => scene!;

    private FakeTeamsKeys Keys => Scene.Teams.Keys;

    private JsonObject Claims => Keys.Claims(Scene.Acme.ServiceUrl);

    public async ValueTask InitializeAsync()
    {
        scene = await TeamsScene.OpenAsync();
        before = await Scene.TracesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Scene.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Without_a_token_or_with_none_that_is_one_nothing_is_read()
    {
        var good = Keys.Sign(Claims);
        foreach (var header in (string?[])
        [
            null, "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer ..", $"Bearer {good[..good.LastIndexOf('.')]}",
            $"Bearer {good}.", $"Bearer {good},{good}", $"Bearer {new string('a', 20_000)}",
            $"Bearer {new string('a', 8_000)}.{new string('b', 8_000)}.{new string('c', 8_000)}",
        ])
        {
            Assert.Equal(401, await SendAsync(Garbage, header));
        }

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Another_scheme_opens_nothing() => await RefusedUnreadAsync($"Basic {Keys.Sign(Claims)}");

    [Fact]
    public async Task A_token_for_another_bot_opens_nothing() => await RefusedUnreadAsync(With("aud", Guid.NewGuid().ToString("D")));

    [Fact]
    public async Task A_token_for_nobody_in_particular_opens_nothing() => await RefusedUnreadAsync(With("aud", null));

    [Fact]
    public async Task A_token_for_several_that_has_the_bot_in_it_and_one_that_has_not_are_told_apart()
    {
        Assert.Equal(200, await SendAsync(Act(), With("aud", new JsonArray("x", Scene.Teams.App.Id))));
        await Scene.SettleAsync();
        before = await Scene.TracesAsync();
        await RefusedUnreadAsync(With("aud", new JsonArray("x", "y")));
    }

    [Theory]
    [InlineData("https://api.botframework.example")]
    [InlineData("https://api.botframework.test/")]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_of_another_issuer_opens_nothing(string? issuer) => await RefusedUnreadAsync(With("iss", issuer));

    [Theory, InlineData(-301), InlineData(-86_400)]
    public async Task A_token_that_has_ended_opens_nothing(int seconds) => await RefusedUnreadAsync(With("exp", Second(seconds)));

    [Theory, InlineData(301), InlineData(86_400)]
    public async Task A_token_of_later_opens_nothing(int seconds) => await RefusedUnreadAsync(With("nbf", Second(seconds)));

    [Theory, InlineData("exp", -299), InlineData("nbf", 299)]
    public async Task Clocks_may_be_five_minutes_apart(string claim, int seconds) =>
        Assert.Equal(200, await SendAsync(Act(), With(claim, Second(seconds))));

    [Fact]
    public async Task A_token_without_an_end_opens_nothing() => await RefusedUnreadAsync(With("exp", null));

    [Fact]
    public async Task Words_changed_under_a_genuine_signature_open_nothing()
    {
        var parts = Keys.Sign(With("aud", "another", claims => claims)).Split('.');
        var good = Keys.Sign(Claims).Split('.');
        await RefusedUnreadAsync($"Bearer {parts[0]}.{good[1]}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_that_nobody_signed_opens_nothing()
    {
        foreach (var none in (string[])["none", "None", "NONE", ""])
        {
            await RefusedUnreadAsync($"Bearer {Keys.Sign(Claims, head => head["alg"] = none, _ => [])}");
            await RefusedUnreadAsync($"Bearer {Keys.Sign(Claims, head => head["alg"] = none)}");
        }
    }

    [Fact]
    public async Task A_token_signed_with_what_everybody_knows_opens_nothing()
    {
        await RefusedUnreadAsync(
            $"Bearer {Keys.Sign(Claims, head => head["alg"] = "HS256", words => HMACSHA256.HashData(Keys.Public, words))}");
        var pem = Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", Keys.Public));
        await RefusedUnreadAsync($"Bearer {Keys.Sign(Claims, head => head["alg"] = "HS256", words => HMACSHA256.HashData(pem, words))}");
    }

    [Fact]
    public async Task A_token_signed_by_a_stranger_in_the_name_of_a_real_key_opens_nothing()
    {
        using var stranger = RSA.Create(2048);
        await RefusedUnreadAsync(
            $"Bearer {Keys.Sign(Claims, by: words => stranger.SignData(words, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");
    }

    [Fact]
    public async Task A_key_that_comes_along_in_the_token_is_not_asked()
    {
        using var stranger = RSA.Create(2048);
        var own = stranger.ExportParameters(includePrivateParameters: false);
        var (modulus, exponent) = (Base64UrlEncoder.Encode(own.Modulus!), Base64UrlEncoder.Encode(own.Exponent!));
        await RefusedUnreadAsync($"Bearer {Keys.Sign(
            Claims,
            head => head["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = modulus, ["e"] = exponent },
            words => stranger.SignData(words, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}");
    }

    [Fact]
    public async Task A_token_by_an_unknown_key_or_by_none_opens_nothing()
    {
        foreach (var kid in (JsonNode?[])["invented", "", null, 5, new JsonArray("key1"), "\0"])
        {
            await RefusedUnreadAsync($"Bearer {Keys.Sign(Claims, head => head["kid"] = kid?.DeepClone())}");
        }

        await RefusedUnreadAsync($"Bearer {Keys.Sign(Claims, head => head.Remove("kid"))}");
    }

    [Fact]
    public async Task Another_way_of_signing_with_the_real_key_opens_nothing() =>
        await RefusedUnreadAsync($"Bearer {Keys.Sign(Claims, head => head["alg"] = "RS512")}");

    [Fact]
    public async Task A_token_for_another_address_brings_nothing()
    {
        foreach (var url in (JsonNode?[])[
            $"{Scene.Teams.Address}elsewhere/", Scene.Acme.ServiceUrl.TrimEnd('/'), Scene.Acme.ServiceUrl.ToUpperInvariant(), "", null, 5,
            new JsonArray(Scene.Acme.ServiceUrl, "x"), new JsonObject(),
        ])
        {
            Assert.Equal(403, await SendAsync(Act(), With("serviceurl", url)));
        }

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_token_that_names_no_address_brings_nothing()
    {
        var claims = Claims;
        claims.Remove("serviceurl");
        Assert.Equal(403, await SendAsync(Act(), $"Bearer {Keys.Sign(claims)}"));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_key_that_may_not_speak_for_Teams_brings_nothing()
    {
        Keys.Roll("webchat", "msteamsx");
        Assert.Equal(403, await SendAsync(Act(), $"Bearer {Keys.Sign(Claims)}"));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task An_activity_of_another_channel_than_the_key_may_speak_for_brings_nothing()
    {
        Keys.Roll("msteams", "webchat");
        foreach (var channel in (string?[])["webchat", "directline", "MSTEAMS", "", null])
        {
            Assert.Equal(403, await SendAsync(Act(activity => activity["channelId"] = channel), $"Bearer {Keys.Sign(Claims)}"));
        }

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Two_headers_where_there_is_one_open_nothing()
    {
        var line = $"Authorization: Bearer {Keys.Sign(Claims)}\r\n";
        using var client = new TcpClient();
        await client.ConnectAsync(Scene.Address.Host, Scene.Address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {TeamsEndpoint.Path} HTTP/1.1\r\nHost: {Scene.Address.Authority}\r\nConnection: close\r\n"
                + $"Content-Type: application/json\r\n{line}{line}Content-Length: 2\r\n\r\n{{}}"));
        Assert.StartsWith("HTTP/1.1 401", await new StreamReader(wire).ReadToEndAsync(), StringComparison.Ordinal);
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_tenant_that_is_not_served_brings_nothing()
    {
        var other = Guid.NewGuid().ToString("D");
        foreach (var change in (Action<JsonObject>[])
        [
            activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = (other, other),
            activity => activity["conversation"]!["tenantId"] = other,
            activity => activity["channelData"]!["tenant"]!["id"] = other,
            activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]) = (null, null),
            activity => (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = ("", ""),
        ])
        {
            Assert.Equal(403, await SendAsync(Act(change), $"Bearer {Keys.Sign(Claims)}"));
        }

        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_tenant_that_is_served_too_is_let_in()
    {
        await using var two = await TeamsScene.OpenAsync(
            (options, teams) => options.AlsoTenants = $"{Guid.NewGuid():D}, {teams.AddTenant("Globex").Id.ToUpperInvariant()}");
        var vera = two.Teams.Tenants.Single(tenant => tenant.Name == "Globex").AddPerson("Vera Globex");

        await vera.InstallsAsync();
        await two.AfterAsync(vera.SaysAsync("help"));

        Assert.StartsWith("I bring people together", vera.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_measure_is_not_read_to_its_end()
    {
        var large = new string('x', TeamsEndpoint.MostBytes + 1);
        Assert.Equal(413, await SendAsync(large, $"Bearer {Keys.Sign(Claims)}"));
        Assert.Equal(401, await SendAsync(large, "Bearer x"));
        await AssertNothingHappenedAsync();
    }

    [Theory, InlineData(Garbage), InlineData(""), InlineData("null"), InlineData("[]"),
        InlineData("\"message\""), InlineData("{\"type\":5}"), InlineData("{\"from\":\"29:1\"}")]
    public async Task What_is_no_activity_is_understood_by_nobody(string body)
    {
        Assert.Equal(400, await SendAsync(body, $"Bearer {Keys.Sign(Claims)}"));
        await AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task The_same_words_with_a_genuine_token_are_answered()
    {
        Assert.Equal(200, await SendAsync(Act(), $"bearer {Keys.Sign(Claims)}"));
        await Scene.SettleAsync();
        Assert.StartsWith("I bring people together", Scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    private string Act(Action<JsonObject>? change = null)
    {
        var said = Scene.Ava.Activity("message", Scene.Ava.Chat);
        said["text"] = "help";
        change?.Invoke(said);
        return said.ToJsonString();
    }

    private JsonObject With(string claim, JsonNode? value, Func<JsonObject, JsonObject> read)
    {
        var claims = Claims;
        claims[claim] = value;
        return read(claims);
    }

    private string With(string claim, JsonNode? value) => $"Bearer {Keys.Sign(With(claim, value, claims => claims))}";

    private long Second(int off) => Scene.Clock.GetUtcNow().AddSeconds(off).ToUnixTimeSeconds();

    private async Task RefusedUnreadAsync(string header)
    {
        Assert.Equal(401, await SendAsync(Garbage, header));
        Assert.Equal(401, await SendAsync(Act(), header));
        await AssertNothingHappenedAsync();
    }

    private async Task<int> SendAsync(string body, string? header) => (await Scene.Teams.Post.SendAsync(body, header)).Status;

    private async Task AssertNothingHappenedAsync()
    {
        Assert.Equal(before, await Scene.TracesAsync());
        Assert.Empty(Scene.Log.Errors);
    }
}
