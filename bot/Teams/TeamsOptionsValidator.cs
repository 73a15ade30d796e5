using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Validates the section <c>Teams</c>: whole, or not there at all.</summary>
public sealed class TeamsOptionsValidator : OptionsValidator<TeamsOptions>
{
    public override string? ErrorIn(TeamsOptions options) => options switch
    {
        { GroupChats: { Length: > 0 } isOn } when !bool.TryParse(isOn, out _) => "Teams:GroupChats must be true or false.",
        { IsOn: false } => null,
        _ when !Guid.TryParseExact(options.AppId, "D", out _) =>
            "Teams:AppId is missing or no id: it stands as Application (client) ID on the overview of your app registration.",
        _ when !Guid.TryParseExact(options.TenantId, "D", out _) =>
            "Teams:TenantId is missing or no id: it stands as Directory (tenant) ID on the overview of your app registration.",
        _ when Has(options.ClientSecret) && Has(options.ManagedIdentity) =>
            "Teams:ClientSecret and Teams:ManagedIdentity are both set: keep the one by which the bot is to sign in.",
        _ when !Has(options.ClientSecret) && !Has(options.ManagedIdentity) =>
            "Teams:ClientSecret is missing: make one under Certificates & secrets of your app registration, "
                + "or set Teams:ManagedIdentity to do without.",
        _ when Has(options.ManagedIdentity) && !Guid.TryParseExact(options.ManagedIdentity, "D", out _) =>
            "Teams:ManagedIdentity is no id: set it to the client id of a user-assigned managed identity.",
        _ when options.FurtherTenants.Any(tenant => !Guid.TryParseExact(tenant, "D", out _)) =>
            "Teams:AlsoTenants holds something that is no id of a tenant: separate ids with commas.",
        _ when !Uri.TryCreate(options.Issuer, UriKind.Absolute, out _) => "Teams:Issuer is no address: leave it out for the public cloud.",
        _ when !IsUsable(options.OpenIdMetadata) =>
            "Teams:OpenIdMetadata is not an address I may trust: use https, or http on this machine only, or leave it out.",
        _ when options.TokenEndpoint is not null && !IsUsable(options.TokenEndpoint) =>
            "Teams:TokenEndpoint is not an address I may send a secret to: use https, or http on this machine only, or leave it out.",
        _ when options.MakesGroupChats && !Guid.TryParseExact(options.CatalogAppId, "D", out _) =>
            "Teams:CatalogAppId is missing or no id: "
                + "Teams:GroupChats needs the id the app has in your organization's catalogue, as the Teams admin center shows it.",
        _ when !IsUsable(options.GraphUrl) =>
            "Teams:GraphUrl is not an address I may trust: use https, or http on this machine only, or leave it out.",
        _ => null,
    };
}
