using IntroBot.Tests.Operations;
using IntroBot.Tests.Storage;

namespace IntroBot.Tests.Packages;

/// <summary>The program as it is deployed, natively compiled, does its main job on both stores.</summary>
public sealed class PublishedProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public Task On_SQLite_it_loses_nothing_and_shows_nothing_twice() =>
        new KilledMainJob(() => StartAsync(("Storage__SqlitePath", folder.File("introbot.db")))).LiveAsync();

    [Fact]
    public async Task On_Azure_Tables_it_loses_nothing_and_shows_nothing_twice()
    {
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();

        await new KilledMainJob(() => StartAsync(("Storage__Kind", "Tables"), ("Storage__TablesConnection", azurite.ConnectionString))).LiveAsync();

        Assert.Empty(Directory.GetFiles(folder.Path, "introbot.db", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task With_nothing_to_write_to_but_its_data_it_works_all_the_same()
    {
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        const string ReadOnly = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro / && exec \"$@\"";
        await using (var program = await RunningProgram.StartedAsync(
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", ReadOnly, data, Published.Program], folder.Path, ("TMPDIR", "/nowhere")))
        {
            using var ava = new Visitor(program.Address, "ava");
            await ava.TypeAsync("Somebody who has run a supply chain at a sports brand");
            Assert.Equal(1, await ava.CountAsync("2 of 10"));
            Assert.Equal(0, await program.SignalAsync("TERM"));
            Assert.Equal("", program.Errors);
        }

        Assert.Equal([Path.Combine(data, "introbot.db")], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    public void Dispose() => folder.Dispose();

    private Task<RunningProgram> StartAsync(params (string Name, string Value)[] settings) =>
        RunningProgram.StartedAsync([Published.Program], folder.Path, settings);
}
