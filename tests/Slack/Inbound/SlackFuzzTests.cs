using System.Collections.Concurrent;
using IntroBot.Coaching;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Storage;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>Ten thousand payloads that Slack would never send, all well signed: none of them topples anything.</summary>
public sealed class SlackFuzzTests
{
    private const int Each = 5_000;
    private const int Batch = 500;

    [Fact]
    public async Task Five_thousand_acts_of_nobody_write_nothing()
    {
        await using var scene = await SlackScene.OpenAsync();
        var mutants = new SlackPayloadMutator(await RecordAsync(scene), seed: 20261123);
        var before = await TracesAsync(scene);

        await SendAsync(scene, [.. Enumerable.Range(0, Each).Select(_ => mutants.Next(lame: true))]);

        Assert.Equal(before, await TracesAsync(scene));
        scene.AssertUnharmed();
    }

    [Fact]
    public async Task Five_thousand_broken_acts_of_real_people_are_taken_calmly()
    {
        await using var scene = await SlackScene.OpenAsync();
        var mutants = new SlackPayloadMutator(await RecordAsync(scene), seed: 1123);

        await SendAsync(scene, [.. Enumerable.Range(0, Each).Select(_ => mutants.Next(lame: false))]);

        scene.AssertUnharmed();
    }

    /// <summary>Real payloads of every kind.</summary>
    private static async Task<IReadOnlyList<FakeSlackDispatch>> RecordAsync(SlackScene scene)
    {
        var (ava, grace) = (scene.Ava, scene.Grace);
        var told = new List<FakeSlackDelivery>();
        scene.General.Add(scene.Acme.Bot);
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        told.Add(await scene.AfterAsync(ava.OpensHomeAsync()));
        told.Add(await scene.AfterAsync(ava.TypesAsync("/intro")));
        await scene.FillsInAskAsync(ava);
        told.Add(await scene.AfterAsync(ava.SubmitsAsync()));
        await scene.SendsAsync(ava);
        told.Add(await scene.AfterAsync(ava.PressesAtHomeAsync(ava.Home!.Buttons.First())));
        told.Add(await scene.AfterAsync(grace.PressesAsync("Yes, connect us")));
        await scene.BreatheAsync();
        told.Add(await scene.AfterAsync(ava.SaysAsync("help")));
        told.Add(await scene.AfterAsync(ava.MentionsAsync(scene.General, "status")));
        told.Add(await scene.AfterAsync(grace.ChangesAsync(each => each.TimeZone = "Europe/Rome")));
        told.Add(await scene.AfterAsync(scene.Acme.JoinsAsync(scene.Acme.AddPerson("Noor Haddad"))));
        told.Add(await scene.AfterAsync(scene.Acme.TellsAsync("tokens_revoked", new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["oauth"] = new JsonArray("U1"), ["bot"] = new JsonArray() },
        })));
        var suggestion = (JsonObject)told[2].Payload.DeepClone();
        (suggestion["type"], suggestion["value"]) = ("block_suggestion", "supp");
        (suggestion["action_id"], suggestion["block_id"]) = (AskTemplate.Topics, AskTemplate.Topics);
        var shortcut = (JsonObject)told[2].Payload.DeepClone();
        shortcut.Remove("view");
        (shortcut["type"], shortcut["callback_id"]) = ("shortcut", "intro");
        return
        [
            .. told.Select(each => each.Dispatch),
            FakeSlackDispatch.Of(FakeSlackDispatchKind.Options, suggestion),
            FakeSlackDispatch.Of(FakeSlackDispatchKind.Interaction, shortcut),
        ];
    }

    private static async Task SendAsync(SlackScene scene, IReadOnlyList<FakeSlackDispatch> dispatches)
    {
        scene.LetWait();
        var statuses = new ConcurrentDictionary<int, FakeSlackDispatch>();
        foreach (var batch in dispatches.Chunk(Batch))
        {
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (dispatch, _) =>
            {
                var answer = await scene.Slack.Post.SendAsync(dispatch, signs: true);
                statuses.TryAdd(answer.Status, dispatch);
            });
            await SettleAsync(scene);
        }

        Assert.DoesNotContain(statuses.Keys, status => status is not (200 or 400));
    }

    /// <summary>Chats take one message a second, and hundreds wait: the clock runs as fast as it can.</summary>
    private static async Task SettleAsync(SlackScene scene)
    {
        var settled = Task.WhenAll(
            scene.The<BackgroundTasks>().SettleAsync(CancellationToken.None), scene.The<IDueWork>().SettleAsync(CancellationToken.None));
        while (!settled.IsCompleted)
        {
            scene.Clock.Advance(RateLimiter.BetweenMessages);
            await Task.Yield();
        }

        await settled;
    }

    /// <summary>Which events were seen is remembered whoever they are from, and homes of others may be published at any time.</summary>
    private static async Task<string> TracesAsync(SlackScene scene)
    {
        var rows = (await scene.DumpAsync()).Split('\n').Where(row => !row.Contains(StoreKeys.ChatPart, StringComparison.Ordinal));
        return string.Join('\n', [.. rows, .. SlackSnapshot.Seen(scene.Acme)]);
    }
}
