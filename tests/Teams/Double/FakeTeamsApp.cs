using System.Security.Cryptography;

namespace IntroBot.Tests.Teams.Double;

/// <summary>The bot as its registration shows it.</summary>
internal sealed class FakeTeamsApp
{
    private readonly Lock gate = new();

    public string Id { get; } = Guid.NewGuid().ToString("D");

    /// <summary>How Teams calls the bot in a conversation.</summary>
    public string Account => $"28:{Id}";

    /// <summary>What the organization's catalogue calls it.</summary>
    public string CatalogId { get; } = Guid.NewGuid().ToString("D");

    public string Name { get; } = "IntroBot";

    /// <summary>Whether its secret has ended.</summary>
    public bool IsLockedOut { get; set; }

    /// <summary>Every secret it may sign in with; a registration has as many as somebody makes.</summary>
    public ImmutableList<string> Secrets { get; private set; } = [NewSecret()];

    public string Secret => Secrets[0];

    /// <summary>Where the bot listens.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>One secret more, to tell apart who signs in.</summary>
    public string AddSecret()
    {
        var secret = NewSecret();
        lock (gate) Secrets = Secrets.Add(secret);
        return secret;
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
