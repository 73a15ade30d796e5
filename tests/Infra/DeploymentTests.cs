using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Teams;
using Microsoft.Extensions.Configuration;

namespace IntroBot.Tests.Infra;

/// <summary>What a deployment promises.</summary>
public sealed class DeploymentTests
{
    private const string StorageTableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string KeyVaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private static readonly (string Name, string Value)[] SlackByToken =
        [("Slack__SigningSecret", "canary-s"), ("Slack__BotToken", "canary-t")];

    [Fact]
    public async Task No_key_opens_the_account_and_nothing_goes_to_it_in_plain()
    {
        var account = (await Deployment.PredictAsync()).The("Microsoft.Storage/storageAccounts").At("properties");

        Assert.Equal("false", account.At("allowSharedKeyAccess")!.Written());
        Assert.Equal("false", account.At("allowBlobPublicAccess")!.Written());
        Assert.Equal("true", account.At("supportsHttpsTrafficOnly")!.Written());
        Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
    }

    [Fact]
    public async Task The_program_may_use_tables_and_read_secrets_and_nothing_else()
    {
        var roles = (await Deployment.PredictAsync()).All("Microsoft.Authorization/roleAssignments").ToArray();

        Assert.Equal(
            [("Microsoft.KeyVault/vaults", KeyVaultSecretsUser), ("Microsoft.Storage/storageAccounts", StorageTableDataContributor)],
            roles.Select(role => (ScopeOf(role), role.At("properties").Text("roleDefinitionId").Split('/')[^1])).Order());
        Assert.All(roles, role => Assert.Equal("ServicePrincipal", role.At("properties").Text("principalType")));
    }

    [Fact]
    public async Task Secrets_lie_in_the_vault_and_the_program_is_given_references()
    {
        var deployment = await Deployment.PredictAsync(SlackByToken);

        Assert.Equal("true", deployment.The("Microsoft.KeyVault/vaults").At("properties").At("enablePurgeProtection")!.Written());
        Assert.Equal("true", deployment.The("Microsoft.KeyVault/vaults").At("properties").At("enableRbacAuthorization")!.Written());
        var secrets = deployment.App.At("configuration").Objects("secrets").ToArray();
        Assert.Equal(["slack-bottoken", "slack-signingsecret"], secrets.Select(secret => secret.Text("name")));
        Assert.All(
            secrets,
            secret => Assert.Equal(["identity", "keyVaultUrl", "name"], secret.Select(each => each.Key).Order(StringComparer.Ordinal)));
        Assert.Equal(
            secrets.Select(secret => secret.Text("name")),
            deployment.All("Microsoft.KeyVault/vaults/secrets")
                .Select(secret => secret.Text("name").Split('/')[^1])
                .Order(StringComparer.Ordinal));
        Assert.Equal("slack-bottoken", deployment.Settings["Slack__BotToken"].Text("secretRef"));
        Assert.DoesNotContain("canary", deployment.Prediction.Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_deployment_tells_at_its_end_is_no_secret() => Assert.Equal(
        ["host", "teamsAppId"], (await Deployment.PredictAsync(SlackByToken)).Prediction
            .At("outputs")!
            .AsObject()
            .Select(output => output.Key)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Teams__Stewards", "ava.stone@acme.example")]
    [InlineData("IntroBot__Teams", "false", "Slack__SigningSecret", "s", "Slack__BotToken", "t")]
    [InlineData("Slack__SigningSecret", "s", "Slack__ClientId", "1.2", "Slack__ClientSecret", "c")]
    public async Task The_program_finds_nothing_wrong_with_what_it_is_given(params string[] variables)
    {
        var deployment = await Deployment.PredictAsync([.. variables.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(deployment.Settings.Select(Given)).Build();
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>()!;
        var slack = configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();
        var teams = configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new TeamsOptions();

        Assert.Equal("Tables", storage.Kind);
        Assert.True(slack.IsOn || teams.IsOn);
        Assert.Null(new StorageOptionsValidator().ErrorIn(storage));
        Assert.Null(new SlackOptionsValidator().ErrorIn(slack));
        Assert.Null(new TeamsOptionsValidator().ErrorIn(teams));
    }

    /// <summary>What only Azure knows, an identity's id or an account's address, is put in for its expression.</summary>
    private static KeyValuePair<string, string?> Given(KeyValuePair<string, JsonNode> setting) =>
        new(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value.Text("value") switch
        {
            "" => setting.Value.Text("secretRef"),
            var value when value.EndsWith(".outputs.clientId.value]", StringComparison.Ordinal) => Deployment.Tenant,
            var value when value.EndsWith(".outputs.tablesEndpoint.value]", StringComparison.Ordinal) =>
                "https://account.table.core.windows.net/",
            var value => value,
        });

    private static string ScopeOf(JsonNode role) => string.Join('/', role.Text("id").Split("/providers/")[1].Split('/')[..2]);
}
