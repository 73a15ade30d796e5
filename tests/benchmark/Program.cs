using IntroBot.Benchmark;

// What stands in README of the bot's speed is measured by this, everything side by side in one run: only ratios count on a machine that others use too.
var native = args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal));
var most = args.Contains("--million") ? 1_000_000 : 100_000;
await using var slack = await SlackStub.StartAsync();
Contender[] contenders = [Contenders.Bolt, Contenders.Jit(slack), .. native is null ? Array.Empty<Contender>() : [Contenders.Native(slack, native)]];
await Acknowledging.MeasureAsync(contenders, slack);
await Starting.MeasureAsync(contenders, slack);
await Matching.MeasureAsync(most);
