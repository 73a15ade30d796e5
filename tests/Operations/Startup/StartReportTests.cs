using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations.Startup;

/// <summary>A program that is ready says where to go, where its data is, and what is on, in four lines.</summary>
public sealed class StartReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_names_its_address_its_store_and_what_is_on_and_off()
    {
        var file = folder.File("introbot.db");
        await using var program = await RunningProgram.StartedAsync(folder.Path, ("Storage__SqlitePath", file));
        await program.SaidAsync("nothing is lost");

        Assert.Equal(
            [
                $"IntroBot is ready: open {program.Address.GetLeftPart(UriPartial.Authority)}",
                $"Store: SQLite, {file}",
                "On: playground. Off: Slack, Teams.",
                "Ctrl+C stops it; nothing is lost.",
            ],
            program.Output.Split('\n').Select(line => line.Trim())
                .SkipWhile(line => !line.StartsWith("IntroBot is ready", StringComparison.Ordinal)).Take(4));
    }

    public void Dispose() => folder.Dispose();
}
