using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations;

/// <summary>What the running program answered for is there when it comes back, however it was ended.</summary>
public sealed class KilledProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public Task Killed_after_every_answer_it_gives_the_program_loses_nothing_and_shows_nothing_twice() =>
        new KilledMainJob(StartAsync).LiveAsync();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Asked_to_stop_the_program_finishes_what_it_answered_for_and_closes_its_file(string signal)
    {
        await using (var program = await StartAsync())
        {
            using var ava = new PlaygroundClient(program.Address, "ava");
            await ava.TypeAsync("Somebody who has run a supply chain at a sports brand");
            await ava.PressAsync("Yes, start");
            Assert.Equal(0, await program.SignalAsync(signal));
            Assert.Equal("", program.Errors);
        }

        Assert.Equal([folder.File("introbot.db")], Directory.GetFiles(folder.Path, "introbot.db*"));
        await using var again = await StartAsync();
        using var visitor = new PlaygroundClient(again.Address, "ava");
        Assert.Equal(1, await visitor.CountAsync("3 of 10"));
    }

    public void Dispose() => folder.Dispose();

    private Task<RunningProgram> StartAsync() =>
        RunningProgram.StartedAsync(folder.Path, ("Storage__SqlitePath", folder.File("introbot.db")));
}
