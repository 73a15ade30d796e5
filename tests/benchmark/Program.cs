using System.Diagnostics;
using IntroBot.Benchmark;

if (args is [Bare.Mode])
{
    await Bare.RunAsync();
    return;
}

// Measures what README.md beside it says of the bot's speed, everything side by side in one run: only ratios count on a machine that
// others use too. The first core belongs to whoever is measured; whoever asks, and what stands for Slack, have the second.
if (OperatingSystem.IsLinux()) Process.GetCurrentProcess().ProcessorAffinity = 0b10;
var native = args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal));
var most = args.Contains("--million") ? 1_000_000 : 100_000;
await using var slack = await SlackStub.StartAsync();
Contender[] contenders =
    [
        Contenders.Bolt,
        Contenders.Bare,
        Contenders.Jit(slack),
        .. native is null ? Array.Empty<Contender>() : [Contenders.Native(slack, native)],
    ];
await Acknowledging.MeasureAsync(contenders, slack);
await Starting.MeasureAsync(contenders, slack);
await Matching.MeasureAsync(most);
