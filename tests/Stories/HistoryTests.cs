using System.Collections.Concurrent;
using CsCheck;
using IntroBot.Intros;

namespace IntroBot.Tests.Stories;

/// <summary>Random histories through the whole program; a failure prints the seed that brings it back.</summary>
public sealed class HistoryTests
{
    private const int Histories = 80;

    [Fact]
    public async Task Every_promise_holds_after_every_step_of_any_history()
    {
        var reached = new ConcurrentDictionary<IntroStage, int>();
        await PlayAsync(reached);

        // Promises about stages that no history reaches would hold for nothing.
        // Of the others some histories reach all, but not every eighty do.
        Assert.Empty(new[] { IntroStage.Draft, IntroStage.Offered, IntroStage.Connected, IntroStage.Unmatched }.Except(reached.Keys));
    }

    private static Task PlayAsync(ConcurrentDictionary<IntroStage, int> reached) =>
        Gen.Select(History.Start, Gen.Bool, History.Happenings).SampleAsync(
            async (start, inChannel, happenings) =>
            {
                await using var history = await History.BeginAsync(start, inChannel);
                var promises = new StoryInvariants(history);
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
