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

    /// <summary>One sentence that tells what is missing or wrong, or nothing.</summary>
    public string? Check() => this switch
    {
        { IsOn: false } => null,
        _ when !IsUsable(ApiUrl) =>
            "Slack:ApiUrl is not an address I may send tokens to: use https, or http on this machine only, or leave it out.",
        _ when HasAny(ClientId) != HasAny(ClientSecret) =>
            $"{(HasAny(ClientId) ? "Slack:ClientSecret" : "Slack:ClientId")} is missing: "
                + "both stand under Basic Information of your Slack app, and I need both or neither.",
        _ when HasAny(SigningSecret) && !HasAny(BotToken) && !HasAny(ClientId) =>
            "Slack:BotToken is missing: Slack:SigningSecret alone lets me listen but not speak; "
                + "add the bot token, or Slack:ClientId and Slack:ClientSecret for many workspaces.",
        _ when !HasAny(SigningSecret) && !HasAny(AppToken) =>
            "Slack:SigningSecret is missing: without it I cannot tell Slack's requests from forged ones; "
                + "it stands under Basic Information of your Slack app.",
        _ when HasAny(AppToken) && !HasAny(BotToken) && !HasAny(ClientId) =>
            "Slack:BotToken is missing: Slack:AppToken alone lets me listen but not speak; "
                + "add the bot token, or Slack:ClientId and Slack:ClientSecret for many workspaces.",
        _ => null,
    };

    private static bool HasAny(params string?[] values) => values.Any(value => !string.IsNullOrWhiteSpace(value));

    private static bool IsUsable(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
