using System.Globalization;

namespace IntroBot.Benchmark;

/// <summary>How long from the start of a process to its first good acknowledgement; the programs take turns.</summary>
internal static class Starting
{
    private const int Rounds = 9;

    public static async Task MeasureAsync(IReadOnlyList<Contender> contenders, SlackStub slack)
    {
        await MeasureAsync("on both cores", contenders, slack, ["taskset", "-c", "0,1"]);
        using var quarter = Quarter.TryMake();
        if (quarter is null)
        {
            Console.WriteLine("\nStarts on a quarter of a core are not measured: only root may make a control group.");
            return;
        }

        await MeasureAsync("on a quarter of a core", contenders, slack, ["taskset", "-c", "0,1", .. quarter.Prefix]);
    }

    private static async Task MeasureAsync(string where, IReadOnlyList<Contender> contenders, SlackStub slack, string[] prefix)
    {
        var starts = contenders.ToDictionary(each => each, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                using var running = await contender.StartAsync(() => SignedRequests.Help("U0", slack.ResponseUrl), prefix);
                starts[contender].Add(running.Start.TotalMilliseconds);
            }
        }

        var bolt = Numbers.Median(starts[contenders[0]]);
        Console.WriteLine($"\nstart of the process to the first good acknowledgement, {Rounds} rounds {where,-23}   ms   × Bolt");
        foreach (var contender in contenders)
        {
            var start = Numbers.Median(starts[contender]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {contender.Name,-30} {start,58:F0} {start / bolt,8:F2}"));
        }
    }
}
