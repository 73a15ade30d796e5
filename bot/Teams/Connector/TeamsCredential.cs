using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace IntroBot.Teams.Connector;

/// <summary>
/// How the bot signs in to speak: by a secret, by a managed identity of its own, or by one that stands for the app without any secret.
/// </summary>
internal static class TeamsCredential
{
    /// <summary>What a managed identity asks for to be taken for the app.</summary>
    private const string Exchange = "api://AzureADTokenExchange/.default";

    public static TokenCredential From(TeamsOptions options) => options switch
    {
        { ClientSecret: { Length: > 0 } secret } =>
            new ClientSecretCredential(options.TenantId, options.AppId, secret, Settings(new ClientSecretCredentialOptions(), options)),
        { ManagedIdentity: { } identity } when string.Equals(identity, options.AppId, StringComparison.OrdinalIgnoreCase) =>
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity)),
        _ => Federated(options, new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentity!))),
    };

    private static ClientAssertionCredential Federated(TeamsOptions options, ManagedIdentityCredential identity) => new(
        options.TenantId,
        options.AppId,
        async token => (await identity.GetTokenAsync(new TokenRequestContext([Exchange]), token)).Token,
        Settings(new ClientAssertionCredentialOptions(), options));

    private static T Settings<T>(T settings, TeamsOptions options)
        where T : TokenCredentialOptions
    {
        // Asked whether it knows a directory, Microsoft's public one would learn of sovereign clouds and of tests.
        switch (settings)
        {
            case ClientSecretCredentialOptions secret:
                secret.DisableInstanceDiscovery = options.TokenEndpoint is not null;
                break;
            case ClientAssertionCredentialOptions assertion:
                assertion.DisableInstanceDiscovery = options.TokenEndpoint is not null;
                break;
        }

        settings.AuthorityHost = new UriBuilder(options.Authority) { Scheme = Uri.UriSchemeHttps }.Uri;
        if (options.Authority is { Scheme: "http", IsLoopback: true })
        {
            settings.Transport = new HttpClientTransport(new OnThisMachine());
        }

        return settings;
    }

    /// <summary>Plain http to this machine, where the library knows https only; any other address is left as it is.</summary>
    private sealed class OnThisMachine() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { IsLoopback: true } address)
            {
                request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp, Port = address.Port }.Uri;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
