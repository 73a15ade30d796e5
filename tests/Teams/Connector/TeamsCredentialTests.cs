using Azure.Core;
using Azure.Identity;
using IntroBot.Teams;
using IntroBot.Teams.Connector;

namespace IntroBot.Tests.Teams.Connector;

/// <summary>By which credential the bot signs in, for each way it can be configured.</summary>
public sealed class TeamsCredentialTests
{
    private const string App = "6f1a4c0e-7d7b-4a55-9f0a-2b6f3c1d8e90";
    private const string Tenant = "0c2d9b1e-5a34-4f3e-8a57-9d1b6c7e4f21";
    private const string Identity = "b7e0f8aa-12c4-4d0c-9a8e-6f5d4c3b2a10";

    [Fact]
    public void A_secret_signs_in_by_itself() => Assert.IsType<ClientSecretCredential>(From(options => options.ClientSecret = "secret"));

    [Fact]
    public void A_managed_identity_that_is_the_bot_signs_in_by_itself() =>
        Assert.IsType<ManagedIdentityCredential>(From(options => options.ManagedIdentity = App.ToUpperInvariant()));

    [Fact]
    public void A_managed_identity_of_another_name_stands_for_the_app() =>
        Assert.IsType<ClientAssertionCredential>(From(options => options.ManagedIdentity = Identity));

    [Theory]
    [InlineData(null, "https://login.microsoftonline.com/")]
    [InlineData(
        "https://login.microsoftonline.us/0c2d9b1e-5a34-4f3e-8a57-9d1b6c7e4f21/oauth2/v2.0/token", "https://login.microsoftonline.us/")]
    public void The_directory_is_the_public_one_unless_another_is_named(string? endpoint, string authority) =>
        Assert.Equal(authority, new TeamsOptions { TokenEndpoint = endpoint }.Authority.ToString());

    [Fact]
    public void A_token_is_asked_for_in_the_cloud_that_signs_what_comes_in() =>
        Assert.Equal("https://api.botframework.us/.default", new TeamsOptions { Issuer = "https://api.botframework.us" }.Scope);

    private static TokenCredential From(Action<TeamsOptions> configure)
    {
        var options = new TeamsOptions { AppId = App, TenantId = Tenant };
        configure(options);
        Assert.Null(new TeamsOptionsValidator().ErrorIn(options));
        return TeamsCredential.From(options);
    }
}
