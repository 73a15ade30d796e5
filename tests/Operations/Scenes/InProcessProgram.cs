using IntroBot.Operations;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Operations.Scenes;

/// <summary>The program as it is set up for real, in this process, on a store that a test can take away.</summary>
internal sealed class InProcessProgram : IAsyncDisposable
{
    private readonly SqliteTableStore disk;
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    private InProcessProgram(SqliteTableStore disk, FailingTableStore store, WebApplication app, RecordedLog log) =>
        (this.disk, Store, this.app, Log) = (disk, store, app, log);

    public FailingTableStore Store { get; }

    /// <summary>What it logged, as far as the program let it.</summary>
    public RecordedLog Log { get; }

    public Uri Address => new(app.Urls.First());

    /// <param name="settings">The configuration.</param>
    /// <param name="disk">What the store is; one in memory when none is given.</param>
    public static async Task<InProcessProgram> StartAsync(SqliteTableStore? disk = null, params (string Key, string Value)[] settings)
    {
        disk ??= new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await disk.OpenAsync(CancellationToken.None);
        var (log, store) = (new RecordedLog(), new FailingTableStore(disk));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddIntroBot();
        builder.Services.AddSingleton(program => program.Metered(store));
        var app = builder.Build();
        app.MapIntroBot();
        await app.StartAsync();
        return new InProcessProgram(disk, store, app, log);
    }

    public T The<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>The status and the body of an answer.</summary>
    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(Address, path));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        Store.IsFailing = false;
        await app.StopAsync();
        await app.DisposeAsync();
        await disk.DisposeAsync();
    }
}
