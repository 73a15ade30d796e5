using System.Globalization;
using IntroBot.Chat.Interactions;

namespace IntroBot.Benchmark;

/// <summary>How many signed requests are acknowledged in a second, and how late; the programs take turns, round by round.</summary>
internal static class Acknowledging
{
    private const int Rounds = 5;
    private const int Seconds = 2;
    private const int People = 200;

    /// <summary>More than any program answers in a run.</summary>
    private const int MaxHelp = 120_000;
    private const int MaxClicks = 40_000;

    public static async Task MeasureAsync(IReadOnlyList<Contender> contenders, SlackStub slack)
    {
        var running = new List<RunningContender>();
        try
        {
            foreach (var contender in contenders)
            {
                running.Add(await contender.StartAsync(() => SignedRequests.Help("U0", slack.ResponseUrl)));
            }

            var idle = running.ToDictionary(each => each, each => each.Memory);
            foreach (var each in running.Where(each => each.Contender != Contenders.Bolt && each.Contender != Contenders.Bare))
                await SettleAsync(each, slack);
            await MeasureAsync("signed /intro help", running, () => Many(MaxHelp, user => SignedRequests.Help(user, slack.ResponseUrl)));
            await MeasureAsync("signed click, stored before it is acknowledged", running, () => Many(
                MaxClicks,
                user => SignedRequests.Click(user, Random.Shared.Next(2) == 0 ? ActionIds.Pause : ActionIds.Resume, slack.ResponseUrl)));
            Console.WriteLine("\nmemory, MB                          idle   after the load");
            foreach (var each in running)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"  {each.Contender.Name,-30} {idle[each],8:F0} {each.Memory,12:F0}"));
            }
        }
        finally
        {
            running.ForEach(each => each.Dispose());
        }
    }

    private static async Task MeasureAsync(string what, List<RunningContender> running, Func<IEnumerable<SignedRequest>> requests)
    {
        var loads = running.ToDictionary(each => each, _ => new List<Load>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var each in running) loads[each].Add(await Wrk.RunAsync(each.Address, requests(), Seconds));
        }

        var bolt = Numbers.Median(loads[running[0]].Select(load => load.Rate));
        Console.WriteLine($"\n{what}, {Rounds} rounds of {Seconds} s, 64 connections   requests/s   × Bolt   median ms   p99 ms   errors");
        foreach (var each in running)
        {
            var rate = Numbers.Median(loads[each].Select(load => load.Rate));
            var median = Numbers.Median(loads[each].Select(load => load.Median));
            var slow = Numbers.Median(loads[each].Select(load => load.P99));
            var errors = loads[each].Sum(load => load.Errors);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {each.Contender.Name,-30} {rate,12:F0} {rate / bolt,8:F2} {median,11:F1} {slow,8:F1} {errors,8}"));
        }
    }

    /// <summary>Everybody is known and gives, so that each click has something to store.</summary>
    private static async Task SettleAsync(RunningContender bot, SlackStub slack)
    {
        using var wire = new HttpClient();
        for (var person = 0; person < People; person++)
        {
            foreach (var request in (SignedRequest[])[
                SignedRequests.Help($"U{person}", slack.ResponseUrl),
                SignedRequests.Gives($"U{person}"),
            ])
            {
                using var answer = await wire.SendAsync(request.To(bot.Address));
                answer.EnsureSuccessStatusCode();
            }
        }
    }

    private static IEnumerable<SignedRequest> Many(int count, Func<string, SignedRequest> make) =>
        Enumerable.Range(0, count).Select(number => make($"U{number % People}"));
}
