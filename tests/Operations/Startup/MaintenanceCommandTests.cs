using IntroBot.Operations.Startup;
using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations.Startup;

/// <summary>What an administrator types, to the program itself.</summary>
public sealed class MaintenanceCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("export");

    [Fact]
    public async Task A_store_moves_into_a_file_and_from_there_into_another_while_a_program_runs_on_it()
    {
        await using (await RunningProgram.StartedAsync(folder.Path, Sqlite("one.db")))
        {
            Assert.Matches(
                "^'.*/export' holds [1-9][0-9]* rows: [0-9]+ of Core, [0-9]+ of Due, [0-9]+ of Log, [0-9]+ of Shelf.\n$",
                await DoneAsync(["export", File], Sqlite("one.db")));
        }

        Assert.StartsWith("The store holds ", await DoneAsync(["import", File], Sqlite("two.db")), StringComparison.Ordinal);
        await using var program = await RunningProgram.StartedAsync(folder.Path, Sqlite("two.db"));
        using var ava = new PlaygroundClient(program.Address, "ava");
        Assert.Equal(1, await ava.CountAsync("Ask for an introduction"));
    }

    [Fact]
    public Task A_file_that_is_not_there_is_told_and_no_store_is_made() => FailsAsync("export' does not exist", ["import", File]);

    [Fact]
    public async Task A_file_of_something_else_is_told_and_no_store_is_made()
    {
        await System.IO.File.WriteAllTextAsync(File, "hello");
        await FailsAsync("is no export of IntroBot", ["import", File]);
    }

    [Fact]
    public Task A_store_that_is_not_there_is_told_and_none_is_made() =>
        FailsAsync("one.db' does not exist: set Storage:SqlitePath", ["export", File]);

    [Fact]
    public Task A_misspelt_key_of_the_store_is_told_before_another_store_is_taken_for_it() =>
        FailsAsync("Storage:Kind was probably meant", ["export", File], ("Storage__Knd", "Tables"));

    [Fact]
    public Task A_store_that_cannot_be_used_is_told() =>
        FailsAsync("Storage:Kind is 'Postgres'", ["export", File], ("Storage__Kind", "Postgres"));

    [Fact]
    public async Task A_disk_without_room_is_told_and_nothing_is_left_on_it()
    {
        const string Small = "mount -t tmpfs -o size=8k tmpfs \"$0\" && \"$@\"; code=$?; ls -A \"$0\"; exit $code";
        await using (await RunningProgram.StartedAsync(folder.Path, Sqlite("one.db"))) { }

        var disk = Directory.CreateDirectory(folder.File("disk")).FullName;
        await using var program = RunningProgram.Start(
            MountNamespace.Under(Small, disk, RunningProgram.Built),
            ["export", Path.Combine(disk, "export")],
            folder.Path,
            Sqlite("one.db"));
        Assert.Equal(1, await program.EndAsync());
        Assert.Equal(
            $"'{disk}/export' cannot be written: check that its disk works and has room, or name a file on another.\n", program.Errors);
        Assert.Equal("", program.Output);
    }

    [Theory]
    [InlineData("Unknown command 'exprot'", "exprot", "x")]
    [InlineData("Which file? Say 'export FILE'.", "export")]
    [InlineData("Which file? Say 'import FILE'.", "import", "--Storage:Kind", "Sqlite")]
    [InlineData("'two' is one word too many", "import", "one", "two")]
    public Task Words_nobody_understands_are_told(string told, params string[] words) => FailsAsync(told, words);

    [Theory]
    [InlineData("")]
    [InlineData("--urls http://127.0.0.1:1 --Playground:Enabled=true")]
    [InlineData("/urls http://127.0.0.1:1 urls=http://127.0.0.1:2")]
    public void A_program_with_nothing_but_settings_runs(string words)
    {
        var args = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Null(MaintenanceCommand.In(args));
        Assert.Equal(args, MaintenanceCommand.SettingsIn(args));
    }

    [Theory]
    [InlineData("export /a/b", "")]
    [InlineData("export /a/b --Storage:Kind Tables", "--Storage:Kind Tables")]
    [InlineData("--Storage:Kind Tables export /a/b --x=y", "--Storage:Kind Tables --x=y")]
    [InlineData("--x=y export /a/b", "--x=y")]
    public void The_file_is_no_setting_wherever_the_settings_stand(string words, string settings)
    {
        Assert.Equal(new MaintenanceCommand.Export("/a/b"), MaintenanceCommand.In(words.Split(' ')));
        Assert.Equal(settings, string.Join(' ', MaintenanceCommand.SettingsIn(words.Split(' '))));
    }

    public void Dispose() => folder.Dispose();

    private (string Name, string Value)[] Sqlite(string name) => [("Storage__SqlitePath", folder.File(name))];

    private async Task<string> DoneAsync(string[] words, params (string Name, string Value)[] settings)
    {
        await using var program = RunningProgram.Start(RunningProgram.Built, words, folder.Path, settings);
        Assert.Equal((0, ""), (await program.EndAsync(), program.Errors));
        return program.Output;
    }

    private async Task FailsAsync(string told, string[] words, params (string Name, string Value)[] settings)
    {
        var before = Directory.GetFiles(folder.Path);
        await using var program = RunningProgram.Start(RunningProgram.Built, words, folder.Path, [.. Sqlite("one.db"), .. settings]);
        Assert.Equal(1, await program.EndAsync());
        var line = Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(told, line, StringComparison.Ordinal);
        Assert.EndsWith(".", line, StringComparison.Ordinal);
        Assert.Equal("", program.Output);
        Assert.Equal(before, Directory.GetFiles(folder.Path));
    }
}
