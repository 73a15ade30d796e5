using System.Net;
using IntroBot.Teams;
using IntroBot.Tests.Operations.Scenes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Teams;

/// <summary>The program itself, configured for Teams in its environment.</summary>
public sealed class TeamsStartTests : IDisposable
{
    private const string App = "3f3d1cea-7a18-41af-872b-cfbbd5140984";
    private const string Tenant = "03500558-0c1a-4d1f-8e4f-6f1f6b1f4f10";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string[]> Halves => new()
    {
        { "Teams:AppId is missing", ["TenantId", Tenant, "ClientSecret", "s"] },
        { "Teams:AppId is missing or no id", ["AppId", "IntroBot", "TenantId", Tenant, "ClientSecret", "s"] },
        { "Teams:AppId is missing", ["Stewards", "ava.stone@acme.example"] },
        { "Teams:TenantId is missing", ["AppId", App, "ClientSecret", "s"] },
        { "Teams:TenantId is missing or no id", ["AppId", App, "TenantId", "acme.example", "ClientSecret", "s"] },
        { "Teams:ClientSecret is missing", ["AppId", App, "TenantId", Tenant] },
        { "Teams:ClientSecret and Teams:ManagedIdentity are both set", [.. Whole, "ManagedIdentity", App] },
        { "Teams:ManagedIdentity is no id", ["AppId", App, "TenantId", Tenant, "ManagedIdentity", "introbot-identity"] },
        { "Teams:AlsoTenants holds something that is no id", [.. Whole, "AlsoTenants", $"{Tenant}, partner.example"] },
        { "Teams:GroupChats must be true or false", [.. Whole, "GroupChats", "maybe"] },
        { "Teams:CatalogAppId is missing", [.. Whole, "GroupChats", "true"] },
        { "Teams:CatalogAppId is missing or no id", [.. Whole, "GroupChats", "true", "CatalogAppId", "introbot"] },
        { "Teams:GraphUrl is not an address I may trust", [.. Whole, "GraphUrl", "http://graph.example.com"] },
        { "Teams:Issuer is no address", [.. Whole, "Issuer", "api.botframework.com"] },
        { "Teams:OpenIdMetadata is not an address I may trust", [.. Whole, "OpenIdMetadata", "http://login.example.com/metadata"] },
        { "Teams:TokenEndpoint is not an address I may send a secret to", [.. Whole, "TokenEndpoint", "http://login.example.com/token"] },
    };

    private static string[] Whole => ["AppId", App, "TenantId", Tenant, "ClientSecret", "s"];

    [Theory, MemberData(nameof(Halves))]
    public void Half_a_configuration_is_told_in_one_sentence(string told, string[] settings)
    {
        var options = new ServiceCollection().AddTeamsOptions(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create($"Teams:{pair[0]}", (string?)pair[1]))).Build());

        var sentence = Assert.IsType<string>(new TeamsOptionsValidator().ErrorIn(options));
        Assert.StartsWith(told, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:ClientSecret is missing", "AppId", App, "TenantId", Tenant)]
    [InlineData("Teams:GroupChats must be true or false", "GroupChats", "maybe")]
    public async Task Half_a_configuration_stops_the_start(string told, params string[] settings)
    {
        await using var program = RunningProgram.Start(folder.Path, FreePort.Next(), Settings(settings));

        Assert.Equal(1, await program.EndAsync());
        Assert.StartsWith(told, Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("", program.Output);
    }

    [Fact]
    public async Task A_whole_configuration_serves_Teams_and_no_playground()
    {
        await using var program = await RunningProgram.StartedAsync(folder.Path, Settings(Whole));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, HttpMethod.Post, "/api/messages"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, HttpMethod.Post, "/slack/events"));
        Assert.DoesNotContain("warn", program.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_managed_identity_does_in_place_of_a_secret()
    {
        await using var program = await RunningProgram.StartedAsync(
            folder.Path, Settings("AppId", App, "TenantId", Tenant, "ManagedIdentity", App));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, HttpMethod.Post, "/api/messages"));
    }

    [Fact]
    public async Task Teams_and_Slack_are_served_by_one_program()
    {
        await using var program = await RunningProgram.StartedAsync(
            folder.Path, [("Slack__SigningSecret", "s"), ("Slack__BotToken", "t"), .. Settings(Whole)]);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, HttpMethod.Post, "/api/messages"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(program, HttpMethod.Post, "/slack/events"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, HttpMethod.Get, "/"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<HttpStatusCode> StatusAsync(RunningProgram program, HttpMethod method, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(method, new Uri(program.Address, path));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private (string, string)[] Settings(params string[] pairs) =>
        [("Storage__SqlitePath", folder.File("introbot.db")), .. pairs.Chunk(2).Select(pair => ($"Teams__{pair[0]}", pair[1]))];
}
