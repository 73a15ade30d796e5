using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Export;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;
using IntroBot.Tests.Storage.Export;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>
/// The store that an earlier version exported, imported by this one; previous-version.md says what is in it. The ids are those that its
/// cards carried.
/// </summary>
internal sealed class PreviousVersion : IAsyncDisposable
{
    public const string AvasIntro = "ufe2cte26vqx5gpz";
    public const string ZoesIntro = "z4tf3w4ngxcdsn7x";
    public const string NoasIntro = "ev5w7kfrfy3zxh5i";
    public const string LeasIntro = "5b4hcjvmndwppq5a";
    public const string DorasDraft = "pjswr5f3wamznzjz";

    /// <summary>The channel in which givers are asked from then on.</summary>
    public const string Channel = "givers";

    public const string SlackTeam = "T00000001";
    public const string Iris = "U0IRIS";
    public const string Noor = "U0NOOR";
    public const string TeamsTenant = "11111111-1111-4111-8111-111111111111";
    public const string TeamsNoor = "22222222-2222-4222-8222-222222222222";
    public const string TeamsNoorsAccount = "29:noor";
    public const string TeamsNoorsChat = "a:noor";
    public const string TeamsService = "https://smba.test/teams/";

    public const string Globex = "T0GLOBEX";
    public const string GlobexToken = "xoxb-then-token";
    public const string GlobexRefresh = "xoxe-then-refresh";
    public const string ClientSecret = "0123456789abcdef0123456789abcdef";

    /// <summary>What is owed to people, and what platforms delivered: an export of a later version has it elsewhere.</summary>
    private static readonly string[] Owed = ["slack.promised", "slack.waiting", "slack.seen.", "teams.owedhomes", "teams.seen."];

    private PreviousVersion(SqliteTableStore tables) => Tables = tables;

    public static DateTimeOffset ExportedAt { get; } = Community.Monday.AddHours(1);

    public static string Export { get; } = Path.Combine(Repository.Root, "tests", "Storage", "Stored", "previous-version.jsonl");

    public SqliteTableStore Tables { get; }

    public IKeyValueStore KeyValues => new TableKeyValueStore(Tables);

    public static async Task<PreviousVersion> ImportAsync()
    {
        var tables = ImportScene.Memory();
        await new StoreImport(tables).FromAsync(Export, CancellationToken.None);
        return new PreviousVersion(tables);
    }

    /// <summary>
    /// The stories on this store, a minute after it was exported, with due rows where the program moves them at its start.
    /// </summary>
    public async Task<Community> OpenAsync()
    {
        var clock = new FakeTimeProvider(ExportedAt.AddMinutes(1));
        await new DueIndex(Tables, clock).EmptyFormerShardsAsync(CancellationToken.None);
        return await Community.OpenAsync(new NonClosingTableStore(Tables), clock, keys: "now");
    }

    /// <summary>The rows of one table.</summary>
    public Task<TableRow[]> RowsAsync(string table) => MainJobAssertions.RowsAsync(Tables, table);

    /// <summary>The rows of some collections.</summary>
    public async Task<TableRow[]> ShelvesAsync(params string[] collections) =>
    [
        .. (await RowsAsync(StoreKeys.KeyValue))
            .Where(row => collections.Any(each => row.Partition.StartsWith(each, StringComparison.Ordinal))),
    ];

    public Task<TableRow[]> OwedAsync() => ShelvesAsync(Owed);

    /// <summary>Puts some collections into another store, with other ids in place of those of then.</summary>
    public async Task CopyAsync(ITableStore to, string[] collections, params (string Then, string Now)[] ids)
    {
        foreach (var row in await ShelvesAsync(collections))
            await to.WriteAsync(
                StoreKeys.KeyValue, Now(row.Partition),
                [new RowChange.Put(Now(row.Row), row.Columns.ToDictionary(each => each.Key, each => Now(each.Value)))],
                CancellationToken.None);

        string Now(string text) => ids.Aggregate(text, (changed, id) => changed.Replace(id.Then, id.Now, StringComparison.Ordinal));
    }

    /// <summary>What a program that many workspaces install knows of tokens, on this store.</summary>
    public static ServiceProvider Installable(IKeyValueStore keyValues, string clientSecret)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(keyValues).AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        var options = new SlackOptions { SigningSecret = "signing", ClientId = "1.2", ClientSecret = clientSecret };
        services.AddSingleton(options).AddSlack(options, new FakeTimeProvider(ExportedAt));
        return services.BuildServiceProvider();
    }

    public ValueTask DisposeAsync() => Tables.DisposeAsync();
}
