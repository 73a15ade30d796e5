using Azure.Identity;

namespace IntroBot.Teams.Connector;

/// <summary>
/// Says in one sentence why the directory gives the bot no token, and which key to look at;
/// <see href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes"/>.
/// </summary>
internal static partial class SignInErrors
{
    /// <summary>The directory's own words are left out: they name the app, the tenant and the moment.</summary>
    public static string Describe(AuthenticationFailedException trouble) => (trouble, Code().Match($"{trouble}").Value) switch
    {
        (_, "AADSTS90002" or "AADSTS900021" or "AADSTS900023") =>
            "Entra knows no directory of the id in Teams:TenantId: copy it from the overview of your app registration.",
        (_, "AADSTS700016") =>
            "Entra knows no app of the id in Teams:AppId in the directory of Teams:TenantId: copy both from your app registration.",
        (_, "AADSTS7000215") =>
            "Entra does not take Teams:ClientSecret: copy the Value of a secret of your app registration, not its Secret ID.",
        (_, "AADSTS7000222") =>
            "Teams:ClientSecret has ended: make a new one under Certificates & secrets of your app registration.",
        (_, "AADSTS70021" or "AADSTS700211" or "AADSTS700212" or "AADSTS700213") =>
            "Entra does not take the identity in Teams:ManagedIdentity for the app: add it there as a federated credential.",
        (_, "AADSTS700024") => "Entra finds the bot's sign-in out of its time: set this machine's clock by a time server.",
        (CredentialUnavailableException, _) =>
            "This machine has no identity of the id in Teams:ManagedIdentity: assign it, or set Teams:ClientSecret in its place.",
        (_, "") =>
            "The directory gives the bot no token and no reason: see that this machine can reach it, and look at Teams:TokenEndpoint.",
        (_, var code) =>
            $"Entra gives the bot no token ({code}): look at Teams:AppId, Teams:TenantId and Teams:ClientSecret or Teams:ManagedIdentity.",
    };

    [GeneratedRegex("AADSTS[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
