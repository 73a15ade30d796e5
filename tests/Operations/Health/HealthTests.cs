using IntroBot.Operations.Health;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations.Health;

/// <summary>What whoever watches over the program is told when they ask it how it is.</summary>
public sealed class HealthTests
{
    private const string Live = "/healthz/live";
    private const string Ready = "/healthz/ready";
    private static readonly (int, string) Well = (200, """{"status":"Healthy"}""");

    [Fact]
    public async Task A_program_that_is_well_says_so_in_a_word()
    {
        await using var program = await InProcessProgram.StartAsync();

        Assert.Equal(Well, await program.GetAsync(Live));
        Assert.Equal(Well, await program.GetAsync(Ready));
    }

    [Theory]
    [InlineData(StoreFault.Unreachable, "The store does not answer: check that it runs and that this machine can reach it.")]
    [InlineData(StoreFault.Forbidden, "The store refuses this program: check its permissions, which the log names.")]
    [InlineData(StoreFault.Full, "The disk with the store is full: make room.")]
    [InlineData(StoreFault.Other, "The store cannot be used: the log says why.")]
    public async Task A_store_that_fails_makes_it_unhealthy_and_nobody_learns_where_the_store_is(StoreFault fault, string told)
    {
        await using var program = await InProcessProgram.StartAsync();
        program.Store.Error = new StoreUnusableException("'/data/introbot.db' fails.") { Fault = fault };
        program.Store.IsFailing = true;

        Assert.Equal((503, $$$"""{"status":"Unhealthy","checks":{"store":"{{{told}}}"}}"""), await program.GetAsync(Ready));
        Assert.Equal(Well, await program.GetAsync(Live));
        Assert.Contains("Store failed: '/data/introbot.db' fails.", Assert.Single(program.Log.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, Well200)]
    [InlineData(
        -8,
        """200 {"status":"Degraded","checks":{"clock":"This machine\u0027s clock is about 8 seconds behind """
            + """the store\u0027s: let a time server set it."}}""")]
    [InlineData(
        120,
        """503 {"status":"Unhealthy","checks":{"clock":"This machine\u0027s clock is about 2 minutes ahead of """
            + """the store\u0027s: let a time server set it."}}""")]
    public async Task A_clock_that_is_not_the_stores_is_told_and_far_off_it_makes_unhealthy(int secondsAhead, string told)
    {
        await using var program = await InProcessProgram.StartAsync();
        var now = program.The<StoreClock>().Now;
        program.The<StoreClock>().Record(now.AddSeconds(-secondsAhead), now);

        var (status, body) = await program.GetAsync(Ready);
        Assert.Equal(told, $"{status} {body}");
    }

    [Theory]
    [InlineData(3, Well200)]
    [InlineData(
        120,
        """200 {"status":"Degraded","checks":{"clock":"This machine\u0027s clock is about 2 minutes ahead of """
            + """the one of Slack: let a time server set it."}}""")]
    [InlineData(
        -3600,
        """503 {"status":"Unhealthy","checks":{"clock":"This machine\u0027s clock is about 60 minutes behind """
            + """the one of Slack: let a time server set it."}}""")]
    public async Task A_clock_that_is_not_the_platforms_is_told_and_beyond_belief_it_makes_unhealthy(int secondsAhead, string told)
    {
        await using var program = await InProcessProgram.StartAsync();
        for (var times = 0; times < 3; times++) program.The<ClockMonitor>().Record("Slack", TimeSpan.FromSeconds(secondsAhead));

        var (status, body) = await program.GetAsync(Ready);
        Assert.Equal(told, $"{status} {body}");
        Assert.Equal(status == 200 && told == Well200 ? 0 : 1, program.Log.Errors.Count());
    }

    private const string Well200 = """200 {"status":"Healthy"}""";
}
