using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>Who asks for traces and metrics gets them, and nobody else pays for them.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Without_a_collector_nothing_of_OpenTelemetry_is_even_loaded()
    {
        await using var program = await StartAsync();
        Assert.Contains("IntroBot.dll", program.Loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", program.Loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_hears_of_requests_by_their_route_of_what_follows_and_of_the_store_and_not_of_health()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using (var program = await StartAsync(collector.Settings))
        {
            using var client = new HttpClient();
            await client.GetAsync(new Uri(program.Address, "/?as=grace"));
            await client.GetAsync(new Uri(program.Address, "/healthz/ready"));
            Assert.Contains("OpenTelemetry", program.Loaded, StringComparison.Ordinal);
            Assert.Equal(0, await program.SignalAsync("TERM"));
        }

        Assert.Contains("GET /", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("introbot.follow_up", collector.Traces, StringComparison.Ordinal);
        Assert.DoesNotContain("healthz", collector.Traces, StringComparison.Ordinal);
        Assert.All(
            ["introbot.store.transactions", "introbot.outbox.depth", "http.server.request.duration"],
            name => Assert.Contains(name, collector.Metrics, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private Task<RunningProgram> StartAsync(params (string, string)[] settings) =>
        RunningProgram.StartedAsync(folder.Path, [("Storage__SqlitePath", folder.File("introbot.db")), .. settings]);
}
