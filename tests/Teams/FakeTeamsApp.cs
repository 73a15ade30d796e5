using System.Security.Cryptography;

namespace IntroBot.Tests.Teams;

/// <summary>The bot as its registration shows it.</summary>
internal sealed class FakeTeamsApp
{
    public string Id { get; } = Guid.NewGuid().ToString("D");

    /// <summary>How Teams calls the bot in a conversation.</summary>
    public string Account => $"28:{Id}";

    /// <summary>What the organization's catalogue calls it.</summary>
    public string CatalogId { get; } = Guid.NewGuid().ToString("D");

    public string Name { get; } = "IntroBot";

    /// <summary>Whether its secret has ended.</summary>
    public bool IsLockedOut { get; set; }

    public string Secret { get; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Where the bot listens.</summary>
    public Uri? Endpoint { get; set; }
}
