using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>What a version before owed in Slack, in the collections of then, is done by this one.</summary>
public sealed class SlackMigrationTests
{
    private const string Words = """{"Text":"hello","Blocks":"[]"}""";

    [Theory, InlineData(""), InlineData("2026-11-23T10:00:05.0000000+00:00 0123 ")]
    public async Task Answers_that_were_promised_are_said_in_their_order_and_once(string claim)
    {
        await using var scene = await SlackScene.OpenAsync();
        await PutAsync(scene, SlackStoreNames.Promised, "b", $"{claim}{Promise(scene, "first", "09:59:00")}");
        await PutAsync(scene, SlackStoreNames.Promised, "a", $"{claim}{Promise(scene, "second", "09:59:01")}");
        await PutAsync(scene, SlackStoreNames.Promised, "0", """{"At":"as a newer version says it"}""");

        await StartAgainAsync(scene);
        await StartAgainAsync(scene);

        Assert.Equal(["first", "second"], scene.Ava.Chat.Messages.Select(message => message.Text));
        Assert.Equal("0", Assert.Single(await scene.The<IKeyValueStore>().ListAsync(SlackStoreNames.Promised, CancellationToken.None)).Key);
    }

    [Fact]
    public async Task A_request_that_was_set_aside_is_answered()
    {
        await using var scene = await SlackScene.OpenAsync();
        await PutAsync(
            scene, SlackStoreNames.Waiting, "one",
            $$"""
            {"team":"{{scene.Acme.Id}}","user":"{{scene.Ava.Id}}","at":"2026-11-23T09:59:00+00:00","request":{"$type":"typed","command":
            {"team_id":"{{scene.Acme.Id}}","user_id":"{{scene.Ava.Id}}","command":"/intro","text":"help","trigger_id":"1.2"} } }
            """);

        await StartAgainAsync(scene);

        Assert.StartsWith("I bring people together", Assert.Single(scene.Ava.Chat.Messages).Text, StringComparison.Ordinal);
        Assert.Empty(await scene.The<IKeyValueStore>().ListAsync(SlackStoreNames.Waiting, CancellationToken.None));
    }

    [Fact]
    public async Task An_event_that_was_dealt_with_is_not_answered_again()
    {
        await using var scene = await SlackScene.OpenAsync();
        var said = await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        await PutAsync(scene, $"{SlackStoreNames.Seen}.20261123", $"{said.Payload["event_id"]}", "");
        var rows = await scene.Tables.ScanAsync("Core", CancellationToken.None)
            .Where(row => row.Row.StartsWith("x|", StringComparison.Ordinal)).ToListAsync();
        foreach (var row in rows)
        {
            await scene.Tables.WriteAsync(
                "Core", row.Partition, [new IntroBot.Storage.Tables.RowChange.Delete(row.Row)], CancellationToken.None);
        }

        await StartAgainAsync(scene);
        await scene.AfterAsync(said.RedeliverAsync());

        Assert.Single(scene.Ava.Chat.Messages, message => message.Author == scene.Acme.Bot);
    }

    private static string Promise(SlackScene scene, string words, string at) =>
        $$"""{"Workspace":"{{scene.Acme.Id}}","User":"{{scene.Ava.Id}}","Words":"{{Escaped(words)}}","At":"2026-11-23T{{at}}+00:00"}""";

    private static string Escaped(string words) =>
        Words.Replace("hello", words, StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static Task PutAsync(SlackScene scene, string collection, string key, string text) =>
        scene.The<IKeyValueStore>().PutAsync(collection, key, text, CancellationToken.None);

    private static async Task StartAgainAsync(SlackScene scene)
    {
        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();
    }
}
