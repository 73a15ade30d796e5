using System.Collections.Concurrent;
using System.Net.Http.Headers;
using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>Thousands of activities that Teams would never send, all with genuine tokens: none of them topples anything.</summary>
public sealed class TeamsFuzzTests
{
    private const int Each = 2_000;
    private const int Batch = 250;

    [Fact]
    public async Task Two_thousand_acts_of_nobody_write_nothing()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var mutants = new TeamsPayloadMutator(await RecordAsync(scene), seed: 20261123);
        var before = await TracesAsync(scene);

        await SendAsync(scene, [.. Enumerable.Range(0, Each).Select(_ => mutants.Next(lame: true))]);

        Assert.Equal(before, await TracesAsync(scene));
        scene.AssertUnharmed();
    }

    [Fact]
    public async Task Two_thousand_broken_acts_of_real_people_are_taken_calmly()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var mutants = new TeamsPayloadMutator(await RecordAsync(scene), seed: 1123);

        await SendAsync(scene, [.. Enumerable.Range(0, Each).Select(_ => mutants.Next(lame: false))]);

        scene.AssertUnharmed();
    }

    /// <summary>Real activities of every kind.</summary>
    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonObject>> RecordAsync(TeamsScene scene)
    {
        var (ava, grace) = (scene.Ava, scene.Grace);
        var crew = scene.Acme.AddChannel("Crew", ava, grace);
        await ava.AddsBotToAsync(crew);
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        await scene.AsksAsync(ava);
        await scene.AfterAsync(ava.PressesAsync("Write an ask"));
        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        await scene.AfterAsync(ava.SaysAsync("help"));
        await scene.AfterAsync(ava.MentionsAsync(crew, "block <at>Grace Okafor</at>", others: grace));
        await scene.AfterAsync(ava.MentionsAsync(crew, "status", isTargeted: true));
        return scene.Teams.Post.Told;
    }

    private static async Task SendAsync(TeamsScene scene, IReadOnlyList<(byte[] Body, string ServiceUrl)> mutants)
    {
        using var http = new HttpClient();
        var statuses = new ConcurrentDictionary<int, string>();
        foreach (var batch in mutants.Chunk(Batch))
        {
            var token = scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(batch[0].ServiceUrl));
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (mutant, _) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, scene.Teams.App.Endpoint)
                {
                    Content = new ByteArrayContent(mutant.Body),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var answer = await http.SendAsync(request, CancellationToken.None);
                statuses.TryAdd((int)answer.StatusCode, System.Text.Encoding.UTF8.GetString(mutant.Body));
            });
            await scene.The<BackgroundTasks>().SettleAsync(CancellationToken.None);
        }

        await scene.SettleAsync();
        Assert.Contains(200, statuses.Keys);
        Assert.DoesNotContain(statuses, status => status.Key is not (200 or 400 or 403 or 501));
    }

    /// <summary>
    /// Which activities were seen is remembered whoever they are from, and that of channels the bot came to and went from.
    /// </summary>
    private static async Task<string> TracesAsync(TeamsScene scene)
    {
        var rows = (await scene.DumpAsync()).Split('\n').Where(row => !row.Contains(StoreKeys.ChatPart, StringComparison.Ordinal)
            && !row.Contains("teams.channels.", StringComparison.Ordinal));
        return string.Join('\n', rows);
    }
}
