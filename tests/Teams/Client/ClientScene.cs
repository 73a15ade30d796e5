using System.Net;
using IntroBot.Playground.Page;
using IntroBot.Tests.EndToEnd;
using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Teams.Client;

/// <summary>The running program, and two people in front of two windows of Microsoft's own client.</summary>
internal sealed class ClientScene : IAsyncDisposable
{
    /// <summary>Where nobody has quiet hours at any time of day: the playground's clock keeps the working hours of UTC.</summary>
    private const string Zone = "Etc/UTC";

    private readonly TemporaryFolder folder;
    private readonly FakeTeams teams;
    private readonly RunningProgram program;
    private readonly List<IAsyncDisposable> opened = [];

    private ClientScene(TemporaryFolder folder, FakeTeams teams, RunningProgram program) =>
        (this.folder, this.teams, this.program) = (folder, teams, program);

    public required ClientGateway Gateway { get; init; }

    public required ClientWindow Ava { get; init; }

    public required ClientWindow Grace { get; init; }

    public static async Task<ClientScene> OpenAsync(Chromium chromium)
    {
        var teams = await FakeTeams.StartAsync();
        var gateway = await ClientGateway.StartAsync(teams);
        var acme = teams.AddTenant("Acme");
        var (ava, grace) = (acme.AddPerson("Ava Stone", person => person.TimeZone = Zone),
            acme.AddPerson("Grace Okafor", person => person.TimeZone = Zone));
        var folder = new TemporaryFolder();
        var program = await RunningProgram.StartedAsync(
            RunningProgram.Tested,
            folder.Path,
            ("Storage__SqlitePath", folder.File("introbot.db")),
            ("Teams__AppId", teams.App.Id),
            ("Teams__TenantId", acme.Id),
            ("Teams__ClientSecret", teams.App.Secret),
            ("Teams__Issuer", FakeTeamsKeys.Issuer),
            ("Teams__OpenIdMetadata", $"{teams.Keys.Metadata}"),
            ("Teams__TokenEndpoint", $"{teams.Address}{acme.Id}/oauth2/v2.0/token"),
            ("Playground__Enabled", "true"));
        teams.App.Endpoint = new Uri(program.Address, "/api/messages");

        var browser = await chromium.OpenAsync();
        var scene = new ClientScene(folder, teams, program)
        {
            Gateway = gateway,
            Ava = await ClientWindow.OpenAsync(browser, ava, gateway),
            Grace = await ClientWindow.OpenAsync(browser, grace, gateway),
        };
        scene.opened.AddRange([scene.Ava, scene.Grace, program, gateway, teams]);
        return scene;
    }

    /// <summary>
    /// Moves the story three days on, as the playground beside it can; the client and the tokens keep the time of this machine.
    /// </summary>
    public async Task PassThreeDaysAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var moved = new HttpRequestMessage(HttpMethod.Post, new Uri(program.Address, PlaygroundPaths.Clock))
        {
            Content = new FormUrlEncodedContent([new("as", "ava"), new("key", $"{Guid.NewGuid()}"), new("way", "3d")]),
            Headers = { { "Origin", program.Address.GetLeftPart(UriPartial.Authority) } },
        };
        using var answer = await client.SendAsync(moved);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in opened) await each.DisposeAsync();
        folder.Dispose();
    }
}
