using IntroBot.Teams.Inbound;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>A genuine token lets in no more than it stands for: an activity from its address, its channel and a tenant served.</summary>
public sealed class TeamsGenuineTokenTests : IAsyncLifetime
{
    private readonly TeamsForgedRequests forger = new();

    public ValueTask InitializeAsync() => forger.InitializeAsync();

    public ValueTask DisposeAsync() => forger.DisposeAsync();

    [Fact]
    public async Task A_token_for_another_address_brings_nothing()
    {
        var own = forger.Scene.Acme.ServiceUrl;
        foreach (var url in (JsonNode?[])[
            $"{forger.Scene.Teams.Address}elsewhere/", own.TrimEnd('/'), own.ToUpperInvariant(), "", null, 5, new JsonArray(own, "x"),
            new JsonObject(),
        ])
        {
            Assert.Equal(403, await forger.SendAsync(forger.Act(), forger.With("serviceurl", url)));
        }

        await forger.AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_token_that_names_no_address_brings_nothing()
    {
        var claims = forger.Claims;
        claims.Remove("serviceurl");
        Assert.Equal(403, await forger.SendAsync(forger.Act(), $"Bearer {forger.Keys.Sign(claims)}"));
        await forger.AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task A_key_that_may_not_speak_for_Teams_brings_nothing()
    {
        forger.Keys.Roll("webchat", "msteamsx");
        Assert.Equal(403, await forger.SendAsync(forger.Act(), forger.Bearer()));
        await forger.AssertNothingHappenedAsync();
    }

    [Fact]
    public async Task An_activity_of_another_channel_than_the_key_may_speak_for_brings_nothing()
    {
        forger.Keys.Roll("msteams", "webchat");
        foreach (var channel in (string?[])["webchat", "directline", "MSTEAMS", "", null])
        {
            Assert.Equal(403, await forger.SendAsync(forger.Act(activity => activity["channelId"] = channel), forger.Bearer()));
        }

        await forger.AssertNothingHappenedAsync();
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
            Assert.Equal(403, await forger.SendAsync(forger.Act(change), forger.Bearer()));
        }

        await forger.AssertNothingHappenedAsync();
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
        var large = new string('x', TeamsEndpoint.MaxBytes + 1);
        Assert.Equal(413, await forger.SendAsync(large, forger.Bearer()));
        Assert.Equal(401, await forger.SendAsync(large, "Bearer x"));
        await forger.AssertNothingHappenedAsync();
    }

    [Theory, InlineData(TeamsForgedRequests.Garbage), InlineData(""), InlineData("null"), InlineData("[]"),
        InlineData("\"message\"")]
    public async Task What_is_no_activity_is_understood_by_nobody(string body)
    {
        Assert.Equal(400, await forger.SendAsync(body, forger.Bearer()));
        await forger.AssertNothingHappenedAsync();
    }

    [Theory, InlineData("{}"), InlineData("{\"type\":5}"), InlineData("{\"from\":\"29:1\"}")]
    public async Task What_does_not_say_where_it_comes_from_is_refused(string body)
    {
        Assert.Equal(403, await forger.SendAsync(body, forger.Bearer()));
        await forger.AssertNothingHappenedAsync();
    }
}
