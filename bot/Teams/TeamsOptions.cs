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

    /// <summary>Whether group chats are made through Microsoft Graph; off until an administrator has consented to it.</summary>
    public bool GroupChats { get; set; }

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

    /// <summary>Whether something stands where only true or false can.</summary>
    private bool IsUnreadable { get; init; }

    /// <summary>
    /// What the token may do;
    /// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication"/>.
    /// </summary>
    public string Scope => $"{Issuer}/.default";

    public string GraphScope => $"{GraphUrl.TrimEnd('/')}/.default";

    public Uri Metadata => new(OpenIdMetadata);

    /// <summary>The directory's address without the tenant.</summary>
    public Uri Authority => new(new Uri(TokenEndpoint ?? PublicAuthority).GetLeftPart(UriPartial.Authority));

    public static TeamsOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return section[nameof(GroupChats)] is { Length: > 0 } text && !bool.TryParse(text, out _)
            ? new TeamsOptions { IsUnreadable = true }
            : section.Get<TeamsOptions>() ?? new TeamsOptions();
    }

    public bool Serves(string tenant) => Listed($"{TenantId},{AlsoTenants}").Contains(tenant, StringComparer.OrdinalIgnoreCase);

    public bool IsSteward(string person, string? signInName) =>
        Listed(Stewards) is var stewards
            && (stewards.Contains(person, StringComparer.OrdinalIgnoreCase)
                || (signInName is not null && stewards.Contains(signInName, StringComparer.OrdinalIgnoreCase)));

    /// <summary>One sentence that tells what is missing or wrong, or nothing.</summary>
    public string? Check() => this switch
    {
        { IsUnreadable: true } => "Teams:GroupChats must be true or false.",
        { IsOn: false } => null,
        _ when !Guid.TryParseExact(AppId, "D", out _) =>
            "Teams:AppId is missing or no id: it stands as Application (client) ID on the overview of your app registration.",
        _ when !Guid.TryParseExact(TenantId, "D", out _) =>
            "Teams:TenantId is missing or no id: it stands as Directory (tenant) ID on the overview of your app registration.",
        _ when HasAny(ClientSecret) && HasAny(ManagedIdentity) =>
            "Teams:ClientSecret and Teams:ManagedIdentity are both set: keep the one by which the bot is to sign in.",
        _ when !HasAny(ClientSecret) && !HasAny(ManagedIdentity) =>
            "Teams:ClientSecret is missing: make one under Certificates & secrets of your app registration, "
                + "or set Teams:ManagedIdentity to do without.",
        _ when HasAny(ManagedIdentity) && !Guid.TryParseExact(ManagedIdentity, "D", out _) =>
            "Teams:ManagedIdentity is no id: set it to the client id of a user-assigned managed identity.",
        _ when Listed(AlsoTenants).Any(tenant => !Guid.TryParseExact(tenant, "D", out _)) =>
            "Teams:AlsoTenants holds something that is no id of a tenant: separate ids with commas.",
        _ when !Uri.TryCreate(Issuer, UriKind.Absolute, out _) => "Teams:Issuer is no address: leave it out for the public cloud.",
        _ when !IsUsable(OpenIdMetadata) =>
            "Teams:OpenIdMetadata is not an address I may trust: use https, or http on this machine only, or leave it out.",
        _ when TokenEndpoint is not null && !IsUsable(TokenEndpoint) =>
            "Teams:TokenEndpoint is not an address I may send a secret to: use https, or http on this machine only, or leave it out.",
        _ when GroupChats && !Guid.TryParseExact(CatalogAppId, "D", out _) =>
            "Teams:CatalogAppId is missing or no id: "
                + "Teams:GroupChats needs the id the app has in your organization's catalogue, as the Teams admin center shows it.",
        _ when !IsUsable(GraphUrl) =>
            "Teams:GraphUrl is not an address I may trust: use https, or http on this machine only, or leave it out.",
        _ => null,
    };

    private static string[] Listed(string? list) =>
        list?.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool HasAny(params string?[] values) => values.Any(value => !string.IsNullOrWhiteSpace(value));

    private static bool IsUsable(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
