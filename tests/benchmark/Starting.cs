using System.Globalization;

namespace IntroBot.Benchmark;

/// <summary>How long from the start of a process to its first good acknowledgement; the programs take turns.</summary>
internal static class Starting
{
    private const int Rounds = 9;

    public static async Task MeasureAsync(IReadOnlyList<Contender> contenders, SlackStub slack)
    {
        var starts = contenders.ToDictionary(each => each, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                using var running = await contender.StartAsync(() => SignedRequests.Help("U0", slack.ResponseUrl), cores: "0,1");
                starts[contender].Add(running.Start.TotalMilliseconds);
            }
        }

        var bolt = Numbers.Median(starts[contenders[0]]);
        Console.WriteLine($"\nstart of the process to the first good acknowledgement, {Rounds} rounds          ms   × Bolt");
        foreach (var contender in contenders)
        {
            var start = Numbers.Median(starts[contender]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {contender.Name,-30} {start,42:F0} {start / bolt,8:F2}"));
        }
    }
}
