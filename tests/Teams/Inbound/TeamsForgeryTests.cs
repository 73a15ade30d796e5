using System.Net.Sockets;
using System.Security.Cryptography;
using IntroBot.Teams.Inbound;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Only what Teams says to this bot, lately and by a key of its own, is ever read.</summary>
public sealed class TeamsForgeryTests : IAsyncLifetime
{
    private readonly TeamsForgedRequests forger = new();

    public ValueTask InitializeAsync() => forger.InitializeAsync();

    public ValueTask DisposeAsync() => forger.DisposeAsync();

    [Fact]
    public async Task Without_a_token_or_with_none_that_is_one_nothing_is_read()
    {
        var good = forger.Keys.Sign(forger.Claims);
        foreach (var header in (string?[])
        [
            null, "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer ..", $"Bearer {good[..good.LastIndexOf('.')]}",
            $"Bearer {good}.", $"Bearer {good},{good}", $"Bearer {new string('a', 20_000)}",
            $"Bearer {new string('a', 8_000)}.{new string('b', 8_000)}.{new string('c', 8_000)}",
        ])
        {
            Assert.Equal(401, await forger.SendAsync(TeamsForgedRequests.Garbage, header));
        }

        await forger.AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task Another_scheme_opens_nothing() => await RefusedUnreadAsync(
        $"Basic {forger.Keys.Sign(forger.Claims)}", TokenFailure.TokenMissing);

    [Fact]
    public async Task A_token_for_another_bot_opens_nothing() => await RefusedUnreadAsync(
        forger.With("aud", Guid.NewGuid().ToString("D")), TokenFailure.AudienceMismatch);

    [Fact]
    public async Task A_token_for_nobody_in_particular_opens_nothing() => await RefusedUnreadAsync(forger.With("aud", null));

    [Fact]
    public async Task A_token_for_several_that_has_the_bot_in_it_and_one_that_has_not_are_told_apart()
    {
        Assert.Equal(200, await forger.SendAsync(forger.Act(), forger.With("aud", new JsonArray("x", forger.Scene.Teams.App.Id))));
        await forger.Scene.SettleAsync();
        await forger.RememberAsync();
        await RefusedUnreadAsync(forger.With("aud", new JsonArray("x", "y")));
    }

    [Theory]
    [InlineData("https://api.botframework.example")]
    [InlineData("https://api.botframework.test/")]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_of_another_issuer_opens_nothing(string? issuer) => await RefusedUnreadAsync(
        forger.With("iss", issuer), TokenFailure.IssuerMismatch);

    [Theory, InlineData(-301), InlineData(-86_400)]
    public async Task A_token_that_has_ended_opens_nothing(int seconds) => await RefusedUnreadAsync(
        forger.With("exp", Second(seconds)), TokenFailure.TokenExpired);

    [Theory, InlineData(301), InlineData(86_400)]
    public async Task A_token_of_later_opens_nothing(int seconds) => await RefusedUnreadAsync(
        forger.With("nbf", Second(seconds)), TokenFailure.TokenExpired);

    [Theory, InlineData("exp", -299), InlineData("nbf", 299)]
    public async Task Clocks_may_be_five_minutes_apart(string claim, int seconds) =>
        Assert.Equal(200, await forger.SendAsync(forger.Act(), forger.With(claim, Second(seconds))));

    [Fact]
    public async Task A_token_without_an_end_opens_nothing() => await RefusedUnreadAsync(forger.With("exp", null));

    [Fact]
    public async Task Words_changed_under_a_genuine_signature_open_nothing()
    {
        var parts = forger.Keys.Sign(forger.ClaimsWith("aud", "another")).Split('.');
        var good = forger.Keys.Sign(forger.Claims).Split('.');
        await RefusedUnreadAsync($"Bearer {parts[0]}.{good[1]}.{parts[2]}", TokenFailure.SignatureMismatch);
    }

    [Fact]
    public async Task A_token_that_nobody_signed_opens_nothing()
    {
        foreach (var none in (string[])["none", "None", "NONE", ""])
        {
            await RefusedUnreadAsync(forger.Bearer(head => head["alg"] = none, _ => []));
            await RefusedUnreadAsync(forger.Bearer(head => head["alg"] = none), TokenFailure.TokenMalformed);
        }
    }

    [Fact]
    public async Task A_token_signed_with_what_everybody_knows_opens_nothing()
    {
        await RefusedUnreadAsync(
            forger.Bearer(head => head["alg"] = "HS256", words => HMACSHA256.HashData(forger.Keys.Public, words)));
        var pem = Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", forger.Keys.Public));
        await RefusedUnreadAsync(forger.Bearer(head => head["alg"] = "HS256", words => HMACSHA256.HashData(pem, words)));
    }

    [Fact]
    public async Task A_token_signed_by_a_stranger_in_the_name_of_a_real_key_opens_nothing()
    {
        using var stranger = RSA.Create(2048);
        await RefusedUnreadAsync(
            forger.Bearer(by: words => stranger.SignData(words, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Fact]
    public async Task A_key_that_comes_along_in_the_token_is_not_asked()
    {
        using var stranger = RSA.Create(2048);
        var own = stranger.ExportParameters(includePrivateParameters: false);
        var (modulus, exponent) = (Base64UrlEncoder.Encode(own.Modulus!), Base64UrlEncoder.Encode(own.Exponent!));
        await RefusedUnreadAsync(forger.Bearer(
            head => head["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = modulus, ["e"] = exponent },
            words => stranger.SignData(words, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Fact]
    public async Task A_token_by_an_unknown_key_or_by_none_opens_nothing()
    {
        foreach (var kid in (JsonNode?[])["invented", "", null, 5, new JsonArray("key1"), "\0"])
        {
            await RefusedUnreadAsync(forger.Bearer(head => head["kid"] = kid?.DeepClone()));
        }

        await RefusedUnreadAsync(forger.Bearer(head => head.Remove("kid")));
    }

    [Fact]
    public async Task Another_way_of_signing_with_the_real_key_opens_nothing() =>
        await RefusedUnreadAsync(forger.Bearer(head => head["alg"] = "RS512"));

    [Fact]
    public async Task Two_headers_where_there_is_one_open_nothing()
    {
        var line = $"Authorization: Bearer {forger.Keys.Sign(forger.Claims)}\r\n";
        using var client = new TcpClient();
        await client.ConnectAsync(forger.Scene.Address.Host, forger.Scene.Address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST {TeamsEndpoint.Path} HTTP/1.1\r\nHost: {forger.Scene.Address.Authority}\r\nConnection: close\r\n"
                + $"Content-Type: application/json\r\n{line}{line}Content-Length: 2\r\n\r\n{{}}"));
        Assert.StartsWith("HTTP/1.1 401", await new StreamReader(wire).ReadToEndAsync(), StringComparison.Ordinal);
        await forger.AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task The_same_words_with_a_genuine_token_are_answered()
    {
        Assert.Equal(200, await forger.SendAsync(forger.Act(), $"bearer {forger.Keys.Sign(forger.Claims)}"));
        await forger.Scene.SettleAsync();
        Assert.StartsWith("I bring people together", forger.Scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    private long Second(int off) => forger.Scene.Clock.GetUtcNow().AddSeconds(off).ToUnixTimeSeconds();

    /// <summary>Refuses it, and tells the log why where a <paramref name="reason"/> is expected.</summary>
    private async Task RefusedUnreadAsync(string header, TokenFailure? reason = null)
    {
        Assert.Equal(401, await forger.SendAsync(TeamsForgedRequests.Garbage, header));
        Assert.Equal(401, await forger.SendAsync(forger.Act(), header));
        await forger.AssertNothingHappenedAsync();
        if (reason is not null)
        {
            Assert.Contains(
                forger.Scene.Log.Lines, line => line.Text.Contains($"Request refused: {reason} ", StringComparison.Ordinal));
        }
    }
}
