using System.Text.RegularExpressions;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>What Teams tells more than once happens once: at the same moment, later, in any order, to another instance.</summary>
public sealed partial class TeamsDeduplicationTests
{
    [Theory, InlineData(2), InlineData(3), InlineData(4)]
    public async Task The_whole_story_told_several_times_at_once_is_the_story_told_once(int times)
    {
        await using var once = await TeamsScene.OpenAsync();
        await using var often = await TeamsScene.OpenAsync((_, teams) => teams.Post.Times = times);
        await MainJobAsync(once);
        await MainJobAsync(often);

        Assert.Equal(await EndAsync(once), await EndAsync(often));
        Assert.Empty(often.Log.Errors);
    }

    [Fact]
    public async Task A_day_told_again_in_any_order_and_to_another_instance_changes_nothing()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await FirstDayAsync(scene);
        var told = scene.Teams.Post.Told;
        var before = await EndAsync(scene);

        await RedeliverAsync(scene, told, seed: 1);
        Assert.Equal(before, await EndAsync(scene));

        await scene.StartAnotherAsync();
        await RedeliverAsync(scene, told, seed: 2);
        Assert.Equal(before, await EndAsync(scene));

        await scene.PassAsync(TimeSpan.FromHours(20));
        before = await EndAsync(scene);
        await RedeliverAsync(scene, told, seed: 3);
        Assert.Equal(before, await EndAsync(scene));
        Assert.Empty(scene.Log.Errors);
    }

    [Fact]
    public async Task Presses_and_forms_of_days_ago_that_reach_another_instance_are_done_once()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await MainJobAsync(scene);
        var before = await scene.DumpAsync("Core", "Log");

        await scene.StartAnotherAsync();
        await RedeliverAsync(
            scene, [.. scene.Teams.Post.Told.Where(each => each.Text("name") is "adaptiveCard/action" or "composeExtension/submitAction")],
            seed: 4);

        Assert.Equal(before, await scene.DumpAsync("Core", "Log"));
        Assert.Empty(scene.Log.Errors);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_message()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.SaysAsync("help", "1776000000001"));
        await scene.AfterAsync(scene.Grace.SaysAsync("help", "1776000000001"));
        await scene.AfterAsync(scene.Ava.SaysAsync("help", "1776000000001"));

        Assert.Equal(2, scene.Ava.Chat.Messages.Count);
        Assert.Equal(2, scene.Grace.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_message_that_could_not_be_stored_is_dealt_with_when_it_comes_again()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var said = scene.Ava.Activity("message", scene.Ava.Chat);
        said["text"] = "help";
        var token = $"Bearer {scene.Teams.Keys.Sign(scene.Teams.Keys.Claims(scene.Acme.ServiceUrl))}";
        scene.Store.IsFailing = true;
        Assert.Equal(503, (await scene.Teams.Post.SendAsync(said.ToJsonString(), token)).Status);

        scene.Store.IsFailing = false;
        Assert.Equal(200, (await scene.AfterAsync(scene.Teams.Post.SendAsync(said.ToJsonString(), token))).Status);

        Assert.StartsWith("I bring people together", scene.Ava.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_could_not_be_stored_is_owned_up_to_and_can_be_pressed_again()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AsksAsync(scene.Ava);

        scene.Store.IsFailing = true;
        await scene.Grace.PressesAsync("Yes, connect us");
        Assert.StartsWith("That did not work, and it is my fault", scene.Grace.Words[^1], StringComparison.Ordinal);

        scene.Store.IsFailing = false;
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.Contains(scene.Ava.Chat.Messages, message => message.Summary.StartsWith("Grace Okafor said yes", StringComparison.Ordinal));
    }

    private static async Task FirstDayAsync(TeamsScene scene)
    {
        var (ava, grace) = (scene.Ava, scene.Grace);
        var crew = scene.Acme.AddChannel("Crew", ava, grace);
        await ava.AddsBotToAsync(crew);
        await scene.GivesAsync(grace, "supply chain", "sourcing");
        await scene.AsksAsync(ava);
        await scene.AfterAsync(ava.MentionsAsync(crew, "status"));
        await scene.AfterAsync(grace.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();
    }

    private static async Task MainJobAsync(TeamsScene scene)
    {
        var (ava, grace) = (scene.Ava, scene.Grace);
        await FirstDayAsync(scene);
        await scene.PassAsync(TimeSpan.FromDays(3));
        await scene.AfterAsync(ava.PressesAsync("Not yet"));
        await scene.PassAsync(TimeSpan.FromDays(4));
        await scene.AfterAsync(ava.PressesAsync("We met"));
        await scene.AfterAsync(ava.PressesAsync("Send thanks", null, ("thanks", "Thank you, Grace. That saved us a month.")));
        await scene.BreatheAsync();
        await scene.AfterAsync(grace.SaysAsync("pause"));
        await scene.BreatheAsync();
    }

    private static async Task RedeliverAsync(TeamsScene scene, IReadOnlyList<JsonObject> told, int seed)
    {
        var order = told.Concat(told).ToArray();
        new Random(seed).Shuffle(order);
        foreach (var each in order) await scene.Teams.Post.SendAsync(each);
        await scene.SettleAsync();
        await scene.BreatheAsync();
    }

    /// <summary>What people see and what the log tells, without the minutes that differ by how often the clock was moved.</summary>
    private static async Task<IReadOnlyList<string>> EndAsync(TeamsScene scene) =>
        [.. TeamsSnapshot.Seen(scene.Acme)
            .Where(line => !line.StartsWith("word ", StringComparison.Ordinal))
            .Select(line => Minutes().Replace(line, "..")), .. (await scene.OutcomesAsync()).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Minutes();
}
