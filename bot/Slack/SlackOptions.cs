namespace IntroBot.Slack;

/// <summary>How the program is known to Slack: the section <c>Slack</c> of the configuration.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>
    /// Proves that a request comes from Slack; <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>.
    /// </summary>
    public string? SigningSecret { get; set; }

    /// <summary>The token of the one workspace that is served without an OAuth installation.</summary>
    public string? BotToken { get; set; }

    /// <summary>The app's id for OAuth installations in many workspaces.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Opens Socket Mode, for programs that Slack cannot reach.</summary>
    public string? AppToken { get; set; }

    /// <summary>Where the Web API is; another address than Slack's is for tests.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    public bool IsOn => HasAny(SigningSecret, BotToken, ClientId, ClientSecret, AppToken);

    public bool HearsHttp => HasAny(SigningSecret);

    public bool HearsSocket => HasAny(AppToken);

    public bool IsInstallable => HasAny(ClientId);

    /// <summary>The Web API's address, with the slash that a method's name follows.</summary>
    public Uri Api => new(ApiUrl.EndsWith('/') ? ApiUrl : $"{ApiUrl}/");

    private static bool HasAny(params string?[] values) => values.Any(value => !string.IsNullOrWhiteSpace(value));
}
