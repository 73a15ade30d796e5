using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Says to the bot, under tokens of all kinds, what nobody said in Teams, and sees whether anything came of it.</summary>
internal sealed class TeamsForgedRequests : IAsyncLifetime
{
    /// <summary>No JSON: whoever parses it fails with something other than 401.</summary>
    public const string Garbage = "{\"type\":\"message\",\"from\":{{{%%%\0";

    private TeamsScene? scene;
    private string before = "";

    public TeamsScene Scene => scene!;

    public FakeTeamsKeys Keys => Scene.Teams.Keys;

    public JsonObject Claims => Keys.Claims(Scene.Acme.ServiceUrl);

    public async ValueTask InitializeAsync()
    {
        scene = await TeamsScene.OpenAsync();
        await RememberAsync();
    }

    public ValueTask DisposeAsync() => Scene.DisposeAsync();

    /// <summary>Whatever happened until now is not counted.</summary>
    public async Task RememberAsync() => before = await Scene.SnapshotAsync();

    public string Act(Action<JsonObject>? change = null)
    {
        var said = Scene.Ava.Activity("message", Scene.Ava.Chat);
        said["text"] = "help";
        change?.Invoke(said);
        return said.ToJsonString();
    }

    public JsonObject ClaimsWith(string claim, JsonNode? value)
    {
        var claims = Claims;
        claims[claim] = value;
        return claims;
    }

    /// <summary>A header with a token that is genuine but for what is changed of its head, and for who signs it.</summary>
    public string Bearer(Action<JsonObject>? head = null, Func<byte[], byte[]>? by = null) => $"Bearer {Keys.Sign(Claims, head, by)}";

    /// <summary>A header with a token that is genuine but for one claim.</summary>
    public string With(string claim, JsonNode? value) => $"Bearer {Keys.Sign(ClaimsWith(claim, value))}";

    public async Task<int> SendAsync(string body, string? header) => (await Scene.Teams.Post.SendAsync(body, header)).Status;

    public async Task AssertNothingHappenedAsync()
    {
        Assert.Equal(before, await Scene.SnapshotAsync());
        Assert.Empty(Scene.Log.Errors);
    }
}
