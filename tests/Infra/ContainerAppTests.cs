namespace IntroBot.Tests.Infra;

/// <summary>How the program runs in Azure: how much of it, when it sleeps, and by which name Teams knows it.</summary>
public sealed class ContainerAppTests
{
    [Fact]
    public async Task Small_sleeps_and_is_woken_four_times_an_hour_for_what_is_due()
    {
        var scale = (await Deployment.PredictAsync()).Scale;

        Assert.Equal(0, scale.Number("minReplicas"));
        Assert.Equal(60, scale.Number("cooldownPeriod"));
        var alarm = Assert.Single(scale.Objects("rules"), rule => rule.At("custom") is not null).At("custom");
        Assert.Equal("cron", alarm.Text("type"));
        Assert.Equal("1", alarm.At("metadata").Text("desiredReplicas"));
        var (start, end) = (Minutes(alarm.At("metadata").Text("start")), Minutes(alarm.At("metadata").Text("end")));
        Assert.Equal([0, 15, 30, 45], start);
        Assert.Equal(start.Select(minute => minute + 2), end);
        Assert.Single(scale.Objects("rules"), rule => rule.At("http") is not null);
    }

    [Theory]
    [InlineData("small", 0, 2, "0.25", "Standard_LRS")]
    [InlineData("large", 2, 10, "1", "Standard_ZRS")]
    public async Task One_word_chooses_the_size(string size, int fewest, int most, string cpu, string redundancy)
    {
        var deployment = await Deployment.PredictAsync(("IntroBot__Size", size));

        Assert.Equal((fewest, most), (deployment.Scale.Number("minReplicas"), deployment.Scale.Number("maxReplicas")));
        Assert.Equal(cpu, deployment.Container.At("resources").At("cpu")!.Written());
        Assert.Equal(redundancy, deployment.The("Microsoft.Storage/storageAccounts").At("sku").Text("name"));
    }

    [Fact]
    public async Task The_program_is_asked_whether_it_lives_and_whether_it_is_ready()
    {
        var deployment = await Deployment.PredictAsync();

        Assert.Equal(
            [("Liveness", "/healthz/live"), ("Readiness", "/healthz/ready"), ("Startup", "/healthz/live")],
            deployment.Container.Objects("probes").Select(probe => (probe.Text("type"), probe.At("httpGet").Text("path"))).Order());
        Assert.All(deployment.Container.Objects("probes"), probe => Assert.Equal(8080, probe.At("httpGet").Number("port")));
        Assert.Equal(8080, deployment.App.At("configuration").At("ingress").Number("targetPort"));
        Assert.Equal("registry.example.com/introbot:1.2.3", deployment.Container.Text("image"));
    }

    [Fact]
    public async Task Teams_knows_the_bot_by_the_identity_it_has()
    {
        var deployment = await Deployment.PredictAsync(("Teams__Stewards", "ava.stone@acme.example"));

        var bot = deployment.The("Microsoft.BotService/botServices").At("properties");
        Assert.Equal("UserAssignedMSI", bot.Text("msaAppType"));
        Assert.Equal(Deployment.Tenant, bot.Text("msaAppTenantId"));
        Assert.Equal(bot.Text("msaAppId"), deployment.Settings["Teams__AppId"].Text("value"));
        Assert.Contains("/api/messages", bot.Text("endpoint"), StringComparison.Ordinal);
        Assert.EndsWith(
            "/MsTeamsChannel", deployment.The("Microsoft.BotService/botServices/channels").Text("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_is_not_wanted_there_is_no_bot()
    {
        var deployment = await Deployment.PredictAsync(
            ("IntroBot__Teams", "false"), ("Slack__SigningSecret", "s"), ("Slack__BotToken", "t"));

        Assert.Empty(deployment.All("Microsoft.BotService/botServices"));
        Assert.DoesNotContain(deployment.Settings.Keys, name => name.StartsWith("Teams", StringComparison.Ordinal));
    }

    private static int[] Minutes(string cron) => [.. cron.Split(' ')[0].Split(',').Select(int.Parse)];
}
