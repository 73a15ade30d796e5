using System.Globalization;

namespace IntroBot.Benchmark;

/// <summary>Who runs side by side.</summary>
internal static class Contenders
{
    /// <summary>Slack's own framework, with handlers that only acknowledge.</summary>
    public static Contender Bolt { get; } = new(
        "Bolt (Node)",
        ["node", Path.Combine(AppContext.BaseDirectory.Split("/tests/benchmark/")[0], "tests", "peers", "bolt-app.cjs")],
        (port, _) =>
        [
            ("PORT", port.ToString(CultureInfo.InvariantCulture)),
            ("SIGNING_SECRET", SlackStub.SigningSecret),
            ("NODE_ENV", "production"),
        ]);

    /// <summary>ASP.NET Core proving the signature and nothing else.</summary>
    public static Contender Bare { get; } = new(
        "ASP.NET Core, bare (JIT)",
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "IntroBot.Benchmark.dll"), Benchmark.Bare.Mode],
        (port, _) => [("ASPNETCORE_URLS", Address(port)), ("ASPNETCORE_ENVIRONMENT", "Production")]);

    /// <summary>The whole bot on the runtime that compiles as it goes.</summary>
    public static Contender Jit(SlackStub slack) =>
        Bot("IntroBot (JIT)", slack, ["dotnet", Path.Combine(AppContext.BaseDirectory, "IntroBot.dll")]);

    /// <summary>The whole bot as a published native binary.</summary>
    public static Contender Native(SlackStub slack, string binary) => Bot("IntroBot (native)", slack, [Path.GetFullPath(binary)]);

    private static Contender Bot(string name, SlackStub slack, string[] command) => new(name, command, (port, folder) =>
    [
        ("ASPNETCORE_URLS", Address(port)),
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("Storage__SqlitePath", Path.Combine(folder, "introbot.db")),
        ("Slack__SigningSecret", SlackStub.SigningSecret),
        ("Slack__BotToken", SlackStub.Token),
        ("Slack__ApiUrl", slack.Address.ToString()),
    ]);

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
