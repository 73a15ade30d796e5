using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Teams;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Teams.Scenes;

/// <summary>The whole program in a tenant of Teams, in which everybody has added the bot for themselves.</summary>
internal sealed class TeamsScene : PlatformScene
{
    private readonly TeamsOptions settings;

    private TeamsScene(
        FakeTimeProvider clock, FakeTeams teams, FakeTeamsTenant acme, TeamsOptions settings, (string Key, string Value)[]? lookedAfter)
        : base(clock, lookedAfter)
    {
        (Teams, Acme, this.settings) = (teams, acme, settings);
        Ava = acme.AddPerson("Ava Stone", person => person.TimeZone = "Europe/Berlin");
        Grace = acme.AddPerson("Grace Okafor", person => person.TimeZone = "Africa/Lagos");
    }

    public FakeTeams Teams { get; }

    public FakeTeamsTenant Acme { get; }

    public FakeTeamsPerson Ava { get; }

    public FakeTeamsPerson Grace { get; }

    /// <param name="options">What is configured besides addresses; one tenant by secret when nothing is said.</param>
    /// <param name="lookedAfter">The configuration of what looks after the program; nobody does when there is none.</param>
    public static async Task<TeamsScene> OpenAsync(
        Action<TeamsOptions, FakeTeams>? options = null, (string Key, string Value)[]? lookedAfter = null)
    {
        var clock = Monday;
        var teams = await FakeTeams.StartAsync(clock);
        var acme = teams.AddTenant("Acme");
        var settings = new TeamsOptions
        {
            AppId = teams.App.Id,
            TenantId = acme.Id,
            ClientSecret = teams.App.Secret,
            Issuer = FakeTeamsKeys.Issuer,
            OpenIdMetadata = teams.Keys.Metadata.ToString(),
            TokenEndpoint = $"{teams.Address}{acme.Id}/oauth2/v2.0/token",
        };
        options?.Invoke(settings, teams);
        var scene = new TeamsScene(clock, teams, acme, settings, lookedAfter);
        await scene.BeginAsync();
        foreach (var person in teams.Tenants.SelectMany(tenant => tenant.People)) await person.InstallsAsync();
        await scene.SettleAsync();
        return scene;
    }

    /// <summary>Somebody new, who adds the bot for themselves.</summary>
    public async Task<FakeTeamsPerson> WelcomesAsync(string name, Action<FakeTeamsPerson>? but = null)
    {
        var person = Acme.AddPerson(name, but);
        await person.InstallsAsync();
        await SettleAsync();
        return person;
    }

    /// <summary>Opts in by the word <c>give</c> and the form it brings.</summary>
    public async Task GivesAsync(FakeTeamsPerson who, params string[] topics)
    {
        await AfterAsync(who.SaysAsync("give"));
        await AfterAsync(who.PressesAsync(who.Chat.Last.Buttons.First(), null, (GiverForms.Topics, string.Join(", ", topics))));
        await BreatheAsync();
    }

    /// <summary>Writes a good ask in the dialog, goes on to the note, promises and sends it.</summary>
    public async Task AsksAsync(FakeTeamsPerson who)
    {
        await AfterAsync(who.OpensDialogAsync());
        await AfterAsync(who.PressesInDialogAsync("Next: your note", [.. Answers]));
        await SendsAsync(who);
    }

    /// <summary>Promises and sends; where the coach has a thought first, sends it anyway.</summary>
    public async Task SendsAsync(FakeTeamsPerson who)
    {
        for (var tries = 0; tries < 3 && who.Dialog is { Title: "Your note and promises" } dialog; tries++)
        {
            var send = FakeTeamsCards.Actions(dialog.Card).First().Text("title");
            await AfterAsync(who.PressesInDialogAsync(send, (AskTemplate.Promises, FormAnswers.Ticked)));
        }

        await BreatheAsync();
    }

    /// <summary>What a good ask says in each field that is not the note.</summary>
    public static IEnumerable<(string Field, string Entry)> Answers =>
        AskTemplate.Fields.Where(each => each.Read(Asks.Good).Length > 0).Select(each => (each.Id, each.Read(Asks.Good)));

    protected override void Add(IServiceCollection services) => services.AddSingleton(settings).AddTeams(Clock);

    protected override void Map(WebApplication app) => app.MapTeams();

    protected override void Told(Uri address) => Teams.App.Endpoint = new Uri(address, TeamsEndpoint.Path);

    protected override ValueTask CloseAsync() => Teams.DisposeAsync();
}
