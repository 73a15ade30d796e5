using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Slack.Install;
using IntroBot.Teams;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Scenes;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>What the previous version knew, owed and had sealed for Slack and Teams.</summary>
public sealed class PreviousVersionPlatformTests : IAsyncLifetime
{
    private static readonly FakeTimeProvider Clock = new(PreviousVersion.ExportedAt);

    /// <summary>A platform that is slow to answer is asked again after a lease.</summary>
    private const int MaxPasses = 30;

    private PreviousVersion? imported;

    private PreviousVersion Previous => imported!;

    public async ValueTask InitializeAsync() => imported = await PreviousVersion.ImportAsync();

    public async ValueTask DisposeAsync()
    {
        await Previous.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task People_and_chats_of_Slack_are_known()
    {
        var people = new KnownPeople<SlackProfile>(
            SlackStoreNames.People, SlackProfileJson.Default.SlackProfile, Previous.KeyValues, Clock);
        var iris = (await people.FindAsync(PreviousVersion.SlackTeam, PreviousVersion.Iris, CancellationToken.None))!;

        Assert.Equal(
            ("Iris Vega", "Europe/Berlin", IntroBot.Slack.MemberKind.Member, true),
            (iris.Name, iris.TimeZone, iris.Kind, iris.IsSteward));
        Assert.Equal("D00000007", await Previous.KeyValues.FindAsync(SlackStoreNames.Chats("T00000001"), "U0IRIS", CancellationToken.None));
    }

    [Fact]
    public async Task People_and_chats_of_Teams_are_known()
    {
        var people = new KnownPeople<TeamsProfile>(
            TeamsStoreNames.People, TeamsProfileJson.Default.TeamsProfile, Previous.KeyValues, Clock);
        var noor = (await people.FindAsync(PreviousVersion.TeamsTenant, PreviousVersion.TeamsNoor, CancellationToken.None))!;

        Assert.Equal(("Noor Haddad", PreviousVersion.TeamsNoorsAccount), (noor.Name, noor.Member));
        Assert.Equal(
            new ConversationReference(PreviousVersion.TeamsService, PreviousVersion.TeamsNoorsChat),
            await new TeamsConversations(Previous.KeyValues, Clock).ChatAsync(
                new TeamsUserRef(PreviousVersion.TeamsTenant, PreviousVersion.TeamsNoor), CancellationToken.None));
    }

    [Fact]
    public async Task The_key_ring_that_was_sealed_opens_with_the_same_secret_and_tokens_can_be_read()
    {
        await using var program = PreviousVersion.Installable(Previous.KeyValues, PreviousVersion.ClientSecret);
        var (record, records) = await FindAsync(program);

        Assert.Equal((PreviousVersion.Globex, "U0BOT", PreviousVersion.GlobexToken), Parts(records.Open(record)!));
        Assert.Equal(PreviousVersion.GlobexRefresh, records.OpenRefresh(record));
    }

    [Fact]
    public async Task With_another_secret_tokens_stay_sealed()
    {
        await using var program = PreviousVersion.Installable(Previous.KeyValues, "fedcba9876543210fedcba9876543210");
        var (record, records) = await FindAsync(program);

        Assert.Null(records.Open(record));
    }

    [Fact]
    public async Task An_answer_and_a_request_that_were_owed_in_Slack_are_owed_no_more_once_each_was_answered()
    {
        await using var scene = await SlackScene.OpenAsync();
        var iris = scene.Acme.AddPerson("Iris Vega", id: PreviousVersion.Iris);
        var noor = scene.Acme.AddPerson("Noor Haddad", id: PreviousVersion.Noor);
        await Previous.CopyAsync(
            scene.Tables, ["slack.people", "slack.promised", "slack.waiting"], (PreviousVersion.SlackTeam, scene.Acme.Id));
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();
        for (var passes = 0; passes < MaxPasses && (SaidTo(iris).Length == 0 || SaidTo(noor).Length == 0); passes++)
        {
            await scene.PassAsync(TimeSpan.FromSeconds(20));
        }


        Assert.StartsWith("I bring people together, gently", Assert.Single(SaidTo(iris)), StringComparison.Ordinal);
        Assert.StartsWith("Nothing is open", Assert.Single(SaidTo(noor)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_that_was_owed_in_Teams_is_posted()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        noor.InstallNews();
        await Previous.CopyAsync(
            scene.Tables, ["teams.people", "teams.chats", "teams.homes", "teams.owedhomes"],
            (PreviousVersion.TeamsTenant, scene.Acme.Id), (PreviousVersion.TeamsNoor, noor.Id),
            (PreviousVersion.TeamsNoorsAccount, noor.Account), (PreviousVersion.TeamsNoorsChat, noor.Chat.Id),
            (PreviousVersion.TeamsService, scene.Acme.ServiceUrl));
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();

        Assert.StartsWith("Ask for an introduction", Assert.Single(noor.Chat.Messages).Summary, StringComparison.Ordinal);
    }

    [Theory, InlineData(SlackStoreNames.Seen), InlineData(TeamsStoreNames.Seen)]
    public async Task What_was_delivered_and_dealt_with_is_not_dealt_with_again(string name)
    {
        var seen = (await Previous.ShelvesAsync($"{name}.")).First(row => row.Columns["Text"].Length == 0);
        var deliveries = new SeenDeliveries(new EmptyQueue(), Previous.KeyValues, Clock);

        Assert.True(await deliveries.HasAsync(Owner, "row", name, seen.Row, CancellationToken.None));
        Assert.False(await deliveries.HasAsync(Owner, "row", name, "another", CancellationToken.None));
    }

    private static WorkOwner Owner => new(new WorkspaceId("slack.T1"));

    /// <summary>A queue in which nothing was ever kept.</summary>
    private sealed class EmptyQueue : IWorkQueue
    {
        public Task<bool> AddAsync(WorkOwner owner, string key, QueuedWork? work, CancellationToken token) => Task.FromResult(true);

        public Task<bool> HasAsync(WorkOwner owner, string key, CancellationToken token) => Task.FromResult(false);

        public bool HasPending(WorkOwner owner, string kind) => false;

        public int CountIn(WorkspaceId workspace, string kind) => 0;
    }

    private static async Task<(InstallationRecord Record, InstallationRecords Records)> FindAsync(ServiceProvider program)
    {
        var records = program.GetRequiredService<InstallationRecords>();
        return ((await records.ReadAsync(PreviousVersion.Globex, CancellationToken.None))!, records);
    }

    private static (string Team, string Bot, string Token) Parts(Installation installation) =>
        (installation.Team, installation.BotUser, installation.Token);

    private static string[] SaidTo(FakeSlackPerson person) =>
        [.. person.Chat.Messages.Where(message => message.Author == person.Workspace.Bot).Select(message => message.Text)];
}
