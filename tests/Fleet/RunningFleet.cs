using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Tables;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Storage.AzureTables;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Fleet;

/// <summary>
/// Three instances of the program, each in a process of its own and by the real clock, on one account of Azure Tables, in one
/// workspace of Slack and one tenant of Teams, behind a load balancer.
/// </summary>
internal sealed class RunningFleet : IAsyncDisposable
{
    private const int Instances = 3;
    private const int DefaultSeed = 1;

    /// <summary>How long something is waited for that must come about, on a machine that is busy with something else.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder = new();
    private readonly Azurite azurite = new();
    private readonly CrashPoint[] crashPoints;
    private readonly StoreProxy?[] ways = new StoreProxy?[Instances];
    private readonly RunningProgram?[] programs = new RunningProgram?[Instances];
    private readonly Task[] replaced = [.. Enumerable.Repeat(Task.CompletedTask, Instances)];
    private readonly List<string> lastWords = [];
    private readonly string[] secrets = new string[Instances];
    private readonly HashSet<string> secretsOfTheDead = [];
    private readonly Lock gate = new();
    private bool isStormy;

    private RunningFleet(FakeSlack slack, FakeTeams teams, LoadBalancer balancer)
    {
        (Slack, Workspace, Teams, Tenant, Balancer) = (slack, slack.AddWorkspace("Acme"), teams, teams.AddTenant("Acme"), balancer);
        crashPoints = [.. Enumerable.Range(0, Instances).Select(number => new CrashPoint(Seed + number, () => KillAsync(number)))];
        slack.App.ListensAt(new Uri(balancer.Address, "/slack/events"));
        (slack.Patience, slack.AnswerTime) = (Timeout, Timeout);
        teams.App.Endpoint = new Uri(balancer.Address, TeamsEndpoint.Path);
        (teams.Patience, teams.Post.AnswerTime) = (Timeout, Timeout);
    }

    /// <summary>Whatever happens by chance comes from this; <c>FLEET_SEED</c> sets another.</summary>
    public static int Seed { get; } = Environment.GetEnvironmentVariable("FLEET_SEED") is { Length: > 0 } seed
        ? int.Parse(seed, CultureInfo.InvariantCulture)
        : DefaultSeed;

    public FakeSlack Slack { get; }

    public FakeSlackWorkspace Workspace { get; }

    public FakeTeams Teams { get; }

    public FakeTeamsTenant Tenant { get; }

    public LoadBalancer Balancer { get; }

    /// <summary>How many programs died.</summary>
    public int Kills { get; private set; }

    /// <summary>Everything the programs said, dead ones too.</summary>
    public IEnumerable<string> Said => lastWords.Concat(programs.Select(program => program!.Output + program.Errors));

    public static async Task<RunningFleet> StartAsync()
    {
        var fleet = new RunningFleet(await FakeSlack.StartAsync(), await FakeTeams.StartAsync(), await LoadBalancer.StartAsync(Seed));
        try
        {
            await fleet.azurite.InitializeAsync();
            await Task.WhenAll(Enumerable.Range(0, Instances).Select(fleet.BeginAsync));
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>The store itself, past all that can break on the way.</summary>
    public AzureTableStore OpenStore() => new(azurite.ConnectionString, TableStores.Tables);

    /// <summary>Whether the program that said something died later.</summary>
    public bool IsOfTheDead(FakeTeamsMessage message) => secretsOfTheDead.Contains(Teams.Tokens.SecretBehind(message.Token));

    /// <summary>Chance for one person, whatever others do meanwhile.</summary>
    public static Random ChanceOf(int person) => new((Seed * 1000) + person);

    /// <summary>From now on programs die over their calls, and some requests come twice.</summary>
    public void BeginStorm()
    {
        (isStormy, Balancer.TellsTwice) = (true, true);
        foreach (var crashPoint in crashPoints) crashPoint.Light();
    }

    /// <summary>Nobody dies any more; returns when all are back.</summary>
    public Task EndStormAsync()
    {
        lock (gate)
        {
            (isStormy, Balancer.TellsTwice) = (false, false);
            return Task.WhenAll(replaced);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndStormAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var program in programs.OfType<RunningProgram>()) await program.DisposeAsync();
        await Balancer.DisposeAsync();
        foreach (var way in ways.OfType<StoreProxy>()) await way.DisposeAsync();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
        await azurite.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>SIGKILL, and another starts in its place; false for the last one that is alive, which is spared.</summary>
    private async Task<bool> KillAsync(int number)
    {
        Task dying;
        lock (gate)
        {
            var isLast = replaced.Count(each => !each.IsCompleted) == Instances - 1;
            if (!isStormy || isLast || !replaced[number].IsCompleted) return false;
            Kills++;
            Balancer.Remove(number);
            crashPoints[number].PutOut();
            secretsOfTheDead.Add(secrets[number]);
            dying = programs[number]!.KillAsync();
            replaced[number] = ReplaceAsync(number, dying);
        }

        await dying;
        return true;
    }

    private async Task ReplaceAsync(int number, Task dying)
    {
        await dying;
        lock (gate) lastWords.Add(programs[number]!.Output + programs[number]!.Errors);
        await programs[number]!.DisposeAsync();
        await BeginAsync(number);
        crashPoints[number].Light();
    }

    private async Task BeginAsync(int number)
    {
        // Each life signs in by a secret of its own, which tells later who said what.
        secrets[number] = Teams.App.AddSecret();
        ways[number] ??= await StoreProxy.OpenAsync(azurite.Address, crashPoints[number]);
        programs[number] = await RunningProgram.StartedAsync(
            RunningProgram.Tested,
            folder.Path,
            ("Storage__Kind", "Tables"),
            ("Storage__TablesConnection", azurite.ConnectionStringBy(ways[number]!.Address)),
            ("Slack__ApiUrl", $"{Slack.Address}api/"),
            ("Slack__SigningSecret", Slack.App.SigningSecret),
            ("Slack__BotToken", Workspace.Token),
            ("Teams__AppId", Teams.App.Id),
            ("Teams__TenantId", Tenant.Id),
            ("Teams__ClientSecret", secrets[number]),
            ("Teams__Issuer", FakeTeamsKeys.Issuer),
            ("Teams__OpenIdMetadata", $"{Teams.Keys.Metadata}"),
            ("Teams__TokenEndpoint", $"{Teams.Address}{Tenant.Id}/oauth2/v2.0/token"));
        Balancer.Add(number, programs[number]!.Address, crashPoints[number]);
    }
}
