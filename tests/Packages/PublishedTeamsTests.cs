using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Packages;

/// <summary>The program as it is deployed believes Teams by its tokens, has one of its own, and speaks.</summary>
public sealed class PublishedTeamsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Somebody_who_asks_for_help_in_Teams_gets_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        var acme = teams.AddTenant("Acme");
        var ava = acme.AddPerson("Ava Stone");
        await using var program = await RunningProgram.StartedAsync(
            [Published.Program],
            folder.Path,
            ("Storage__SqlitePath", folder.File("introbot.db")),
            ("Teams__AppId", teams.App.Id),
            ("Teams__TenantId", acme.Id),
            ("Teams__ClientSecret", teams.App.Secret),
            ("Teams__Issuer", FakeTeamsKeys.Issuer),
            ("Teams__OpenIdMetadata", $"{teams.Keys.Metadata}"),
            ("Teams__TokenEndpoint", $"{teams.Address}{acme.Id}/oauth2/v2.0/token"));
        teams.App.Endpoint = new Uri(program.Address, "/api/messages");

        await ava.InstallsAsync();
        await ava.SaysAsync("help");
        await teams.UntilAsync(
            () => ava.Chat.Messages.Any(message => $"{message}".Contains("I bring people together, gently", StringComparison.Ordinal)));

        Assert.Equal("", program.Errors);
    }

    public void Dispose() => folder.Dispose();
}
