using System.Security.Cryptography;
using IntroBot.Tests.Slack.Double.Deliveries;

namespace IntroBot.Tests.Slack.Double;

/// <summary>An app as its settings pages at Slack show it.</summary>
internal sealed class FakeSlackApp
{
    public string Id { get; } = "A0INTRO01";

    public string ClientId { get; } = "1111111111.2222222222";

    public string ClientSecret { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string SigningSecret { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The app-level token of Socket Mode.</summary>
    public string AppToken { get; } = $"xapp-1-A0INTRO01-1-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    /// <summary>What a workspace grants unless told otherwise.</summary>
    public ISet<string> Scopes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "commands", "chat:write", "im:write", "im:history", "mpim:write", "users:read", "app_mentions:read",
        "channels:read", "groups:read", "team:read",
    };

    /// <summary>The events the app is subscribed to.</summary>
    public ISet<string> Events { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "app_home_opened", "app_mention", "message.im", "member_joined_channel", "app_uninstalled", "tokens_revoked",
        "team_join", "user_change",
    };

    /// <summary>Where people may be sent back to after they consented: these addresses and those below them.</summary>
    public IList<Uri> RedirectUrls { get; } = [];

    public Uri? EventsUrl { get; set; }

    public Uri? CommandsUrl { get; set; }

    public Uri? InteractivityUrl { get; set; }

    public Uri? OptionsUrl { get; set; }

    /// <summary>"Escape channels, users, and links" of the command.</summary>
    public bool ShouldEscape { get; set; } = true;

    public bool HomeEnabled { get; set; } = true;

    public bool MessagesEnabled { get; set; } = true;

    /// <summary>Everything goes over sockets, and HTTP receives nothing.</summary>
    public bool SocketMode { get; set; }

    /// <summary>Token rotation: access tokens live twelve hours.</summary>
    public bool RotatesTokens { get; set; }

    /// <summary>One address for everything, as most apps have it.</summary>
    public void ListensAt(Uri url) => EventsUrl = CommandsUrl = InteractivityUrl = OptionsUrl = url;

    internal Uri UrlOf(FakeSlackDispatchKind kind) => kind switch
    {
        FakeSlackDispatchKind.Event => EventsUrl,
        FakeSlackDispatchKind.Command => CommandsUrl,
        FakeSlackDispatchKind.Options => OptionsUrl,
        _ => InteractivityUrl,
    } ?? throw new FakeSlackUserErrorException($"Slack knows no address for a {kind}: call App.ListensAt first.");
}
