using System.Collections.Concurrent;
using CsCheck;
using IntroBot.Intros;

namespace IntroBot.Tests.Stories;

/// <summary>Random histories through the whole program; a failure prints the seed that brings it back.</summary>
public sealed class HistoryTests
{
    private const int Histories = 160;

    [Fact]
    public async Task Every_promise_holds_after_every_step_of_any_history()
    {
        var reached = new ConcurrentDictionary<IntroStage, int>();
        await PlayAsync(reached);

        // Promises about stages that no history reaches would hold for nothing. These three last only while something is on its way.
        Assert.Empty(Enum.GetValues<IntroStage>().Except([IntroStage.Asked, IntroStage.Searching, IntroStage.Accepted, .. reached.Keys]));
    }

    private static Task PlayAsync(ConcurrentDictionary<IntroStage, int> reached) => Gen.Select(History.Start, History.Happenings).SampleAsync(
        async (start, happenings) =>
        {
            await using var history = await History.BeginAsync(start);
            var promises = new Promises(history);
            history.Messenger.Answer = promises.Watch;
            foreach (var happening in happenings)
            {
                await history.HappenAsync(happening);
                foreach (var intro in await promises.CheckAsync())
                {
                    reached.AddOrUpdate(intro.Stage, 1, (_, times) => times + 1);
                }

                Assert.True(promises.Broken.Count == 0, string.Join('\n', promises.Broken));
            }
        },
        iter: Histories,
        threads: 2);
}
