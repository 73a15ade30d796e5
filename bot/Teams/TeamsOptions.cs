namespace IntroBot.Teams;

/// <summary>How the program is known to Teams: the section <c>Teams</c> of the configuration.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    private const string PublicMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    private const string PublicIssuer = "https://api.botframework.com";
    private const string PublicGraph = "https://graph.microsoft.com";
    private const string PublicAuthority = "https://login.microsoftonline.com";

    /// <summary>The app's id in the directory, which is also the bot's.</summary>
    public string? AppId { get; set; }

    /// <summary>The directory the app is registered in; people of this tenant are served.</summary>
    public string? TenantId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>
    /// The client id of a managed identity that speaks for the bot: by itself where it is the bot's own id, else by a federated credential
    /// of the app;
    /// <see href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity"/>.
    /// </summary>
    public string? ManagedIdentity { get; set; }

    /// <summary>Further tenants whose people are served, with commas between them.</summary>
    public string? AlsoTenants { get; set; }

    /// <summary>Who looks after the workspace: directory ids or sign-in names, with commas between them.</summary>
    public string? Stewards { get; set; }

    /// <summary>
    /// <c>true</c> where group chats are made through Microsoft Graph; off until an administrator has consented to it.
    /// </summary>
    public string? GroupChats { get; set; }

    /// <summary>
    /// The app's id in the organization's catalogue, by which the bot joins a group chat; another one than <see cref="AppId"/>.
    /// </summary>
    public string? CatalogAppId { get; set; }

    /// <summary>Where group chats are made; sovereign clouds have another.</summary>
    public string GraphUrl { get; set; } = PublicGraph;

    /// <summary>Who signs what comes from Teams; sovereign clouds and tests have others.</summary>
    public string Issuer { get; set; } = PublicIssuer;

    public string OpenIdMetadata { get; set; } = PublicMetadata;

    /// <summary>Where the bot's own token comes from; the directory of <see cref="TenantId"/> unless set.</summary>
    public string? TokenEndpoint { get; set; }

    public bool IsOn => HasAny(AppId, TenantId, ClientSecret, ManagedIdentity, AlsoTenants, Stewards);

    public IEnumerable<string> FurtherTenants => Listed(AlsoTenants);

    public bool MakesGroupChats => bool.TryParse(GroupChats, out var isOn) && isOn;

    /// <summary>
    /// What the token may do;
    /// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"/>.
    /// </summary>
    public string Scope => $"{Issuer}/.default";

    public string GraphScope => $"{GraphUrl.TrimEnd('/')}/.default";

    public Uri Metadata => new(OpenIdMetadata);

    /// <summary>The directory's address without the tenant.</summary>
    public Uri Authority => new(new Uri(TokenEndpoint ?? PublicAuthority).GetLeftPart(UriPartial.Authority));

    public bool Serves(string tenant) => Listed($"{TenantId},{AlsoTenants}").Contains(tenant, StringComparer.OrdinalIgnoreCase);

    public bool IsSteward(string person, string? signInName) =>
        Listed(Stewards) is var stewards
            && (stewards.Contains(person, StringComparer.OrdinalIgnoreCase)
                || (signInName is not null && stewards.Contains(signInName, StringComparer.OrdinalIgnoreCase)));

    private static string[] Listed(string? list) =>
        list?.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool HasAny(params string?[] values) => values.Any(value => !string.IsNullOrWhiteSpace(value));
}
