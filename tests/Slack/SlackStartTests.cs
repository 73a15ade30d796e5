using System.Net;
using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>The program itself, configured for Slack in its environment.</summary>
public sealed class SlackStartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("Slack:BotToken is missing", "Slack__SigningSecret", "s")]
    [InlineData(
        "Slack:ApiUrl is not an address I may send tokens to", "Slack__SigningSecret",
        "s", "Slack__BotToken", "t", "Slack__ApiUrl", "http://slack.example.com/")]
    public async Task Half_a_configuration_stops_the_start_with_one_sentence(string told, params string[] settings)
    {
        await using var program = RunningProgram.Start(folder.Path, FreePort.Next(), Settings(settings));

        Assert.Equal(1, await program.EndAsync());
        Assert.StartsWith(told, Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("", program.Output);
    }

    [Fact]
    public async Task A_whole_configuration_serves_Slack_and_no_playground()
    {
        await using var program = await RunningProgram.StartedAsync(
            folder.Path, Settings("Slack__SigningSecret", "s", "Slack__ClientId", "1.2", "Slack__ClientSecret", "c"));
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = program.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await browser.PostAsync(new Uri("/slack/events", UriKind.Relative), new StringContent("{}"))).StatusCode);
        Assert.StartsWith(
            "https://slack.com/oauth/v2/authorize?client_id=1.2&",
            $"{(await browser.GetAsync(new Uri("/slack/install", UriKind.Relative))).Headers.Location}", StringComparison.Ordinal);
        Assert.DoesNotContain("warn", program.Output, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose() => folder.Dispose();

    private (string, string)[] Settings(params string[] pairs) =>
        [("Storage__SqlitePath", folder.File("introbot.db")), .. pairs.Chunk(2).Select(pair => (pair[0], pair[1]))];
}
