using Azure.Identity;
using IntroBot.Teams.Connector;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Teams.Connector;

/// <summary>A bot that Entra gives no token says once which key to look at.</summary>
public sealed class TeamsSignInTests
{
    [Theory]
    [InlineData("AADSTS90002: Tenant '0c2d' not found.", "Teams:TenantId")]
    [InlineData("AADSTS700016: Application with identifier '6f1a' was not found in the directory.", "Teams:AppId")]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "Teams:ClientSecret: copy the Value")]
    [InlineData("AADSTS7000222: The provided client secret keys for app '6f1a' are expired.", "Teams:ClientSecret has ended")]
    [InlineData("AADSTS700213: No matching federated identity record found.", "Teams:ManagedIdentity")]
    [InlineData("AADSTS53003: Access has been blocked by Conditional Access policies.", "AADSTS53003")]
    [InlineData("Retry failed after 4 tries.", "Teams:TokenEndpoint")]
    public void Every_refusal_is_one_sentence_that_names_the_key_and_keeps_the_ids(string words, string key)
    {
        var told = SignInErrors.Describe(new AuthenticationFailedException(
            "ClientSecretCredential authentication failed.", new InvalidOperationException(words)));

        Assert.Contains(key, told, StringComparison.Ordinal);
        Assert.EndsWith(".", told, StringComparison.Ordinal);
        Assert.DoesNotContain("6f1a", told, StringComparison.Ordinal);
        Assert.DoesNotContain("0c2d", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_the_identity_is_told() =>
        Assert.Contains("Teams:ManagedIdentity", SignInErrors.Describe(new CredentialUnavailableException(
            "ManagedIdentityCredential authentication unavailable.")), StringComparison.Ordinal);

    [Fact]
    public async Task However_often_it_is_refused_it_is_said_once_until_it_was_mended()
    {
        await using var scene = await TeamsScene.OpenAsync();
        for (var times = 1; times <= 2; times++)
        {
            scene.Teams.App.IsLockedOut = true;
            scene.Teams.Tokens.RevokeAll();
            for (var words = 0; words < 4; words++) await scene.AfterAsync(scene.Ava.SaysAsync("help"));
            await scene.PassAsync(TimeSpan.FromHours(1));
            Assert.Equal(times, scene.Log.Lines.Count(
                line => line.Level == LogLevel.Warning && line.Text.Contains("Teams:ClientSecret", StringComparison.Ordinal)));

            scene.Teams.App.IsLockedOut = false;
            await scene.PassAsync(TimeSpan.FromHours(1));
            await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        }
    }
}
