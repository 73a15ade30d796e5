using IntroBot.Platforms;
using IntroBot.Teams;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>What a version before owed in Teams, in the collections of then, is done by this one.</summary>
public sealed class TeamsMigrationTests
{
    [Fact]
    public async Task Answers_that_were_promised_are_said()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var words = OutboundActivity.Of(AdmissionCards.Hello).Write().Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        await PutAsync(
            scene, TeamsStoreNames.Promised, "one",
            $$"""{"Workspace":"{{scene.Acme.Id}}","User":"{{scene.Grace.Id}}","Words":"{{words}}","At":"2026-11-23T09:59:00+00:00"}""");

        await StartAgainAsync(scene);

        Assert.StartsWith("Hello, I am IntroBot", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
        Assert.Empty(await scene.The<IKeyValueStore>().ListAsync(TeamsStoreNames.Promised, CancellationToken.None));
    }

    [Fact]
    public async Task A_home_that_is_owed_is_posted_and_takes_away_the_one_further_up()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var above = Assert.Single(scene.Grace.Chat.Messages);
        var homes = TeamsStoreNames.Homes(scene.Acme.Id);
        var receipt = await scene.The<IKeyValueStore>().FindAsync(homes, scene.Grace.Id, CancellationToken.None);
        await PutAsync(scene, homes, scene.Grace.Id, $"^{receipt}");
        await PutAsync(scene, TeamsStoreNames.OwedHomes, $"{scene.Acme.Id}~{scene.Grace.Id}", "");

        await StartAgainAsync(scene);

        Assert.NotEqual(above.Id, Assert.Single(scene.Grace.Chat.Messages).Id);
        Assert.Empty(await scene.The<IKeyValueStore>().ListAsync(TeamsStoreNames.OwedHomes, CancellationToken.None));
    }

    private static Task PutAsync(TeamsScene scene, string collection, string key, string text) =>
        scene.The<IKeyValueStore>().PutAsync(collection, key, text, CancellationToken.None);

    private static async Task StartAgainAsync(TeamsScene scene)
    {
        await scene.KillAndStartAgainAsync();
        await scene.SettleAsync();
    }
}
