namespace IntroBot.Tests.Slack.Double.Agreement;

/// <summary>
/// A stateful emulator of Slack's Web API by others, with a workspace, people, a channel and a bot; ended with the tests that share it.
/// </summary>
public sealed class Emulate : IAsyncLifetime
{
    public const string Token = "xoxb-agreed";

    private const string Seed = """
        {
          "slack": {
            "team": { "name": "Acme", "domain": "acme" },
            "users": [ { "name": "ava.stone", "real_name": "Ava Stone" }, { "name": "ben.okri", "real_name": "Ben Okri" } ],
            "channels": [ { "name": "introductions" } ],
            "oauth_apps": [ {
              "client_id": "1.2", "client_secret": "unused", "app_id": "A0INTRO01", "name": "IntroBot",
              "redirect_uris": [ "http://127.0.0.1/unused" ],
              "scopes": [ "chat:write" ], "bot_id": "B0INTRO01", "bot_user_id": "U0INTRO01", "bot_name": "introbot"
            } ],
            "tokens": [ {
              "token": "xoxb-agreed", "type": "bot", "user_id": "U0INTRO01", "bot_id": "B0INTRO01",
              "bot_user_id": "U0INTRO01", "app_id": "A0INTRO01"
            } ]
          }
        }
        """;

    private readonly NodePeer peer = new();

    public Uri Address => new($"http://127.0.0.1:{peer.Port}/");

    public async ValueTask InitializeAsync()
    {
        var seed = Path.Combine(peer.Folder, "seed.json");
        await File.WriteAllTextAsync(seed, Seed);
        await peer.StartAsync(
            "emulate", "dist/index.js", "Config:", ["start", "--service", "slack", "--port", $"{peer.Port}", "--seed", seed]);
    }

    public ValueTask DisposeAsync()
    {
        peer.Dispose();
        return ValueTask.CompletedTask;
    }
}
