using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Teams.Connector;

/// <summary>An offer to Grace of an ask that is sent while something is wrong with Teams.</summary>
internal static class OfferDuringOutage
{
    public const string Offer = "Could you help Ava Stone?";

    public static string ToGrace(TeamsScene scene) => $"POST conversations/{scene.Grace.Chat.Id}/activities";

    public static IEnumerable<FakeTeamsMessage> Offers(TeamsScene scene) => scene.Acme.Conversations
        .Where(place => place.Members.Contains(scene.Grace))
        .SelectMany(place => place.Messages)
        .Where(message => message.Summary.StartsWith(Offer, StringComparison.Ordinal));

    /// <summary>An ask that is sent while something is wrong with Teams.</summary>
    public static async Task<TeamsScene> OfferedAsync(Action<TeamsScene> fault)
    {
        var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await WhenAsync(scene, fault);
        return scene;
    }

    public static async Task WhenAsync(TeamsScene scene, Action<TeamsScene> fault)
    {
        await scene.AfterAsync(scene.Ava.OpensDialogAsync());
        await scene.AfterAsync(scene.Ava.PressesInDialogAsync("Next: your note", [.. TeamsScene.Answers]));
        fault(scene);
        for (var tries = 0; tries < 3 && scene.Ava.Dialog is { Title: "Your note and promises" } dialog; tries++)
            await scene.AfterAsync(scene.Ava.PressesInDialogAsync(
                FakeTeamsCards.Actions(dialog.Card).First().Text("title"), ("promises", FormAnswers.Ticked)));
    }

    public static void AssertCalm(TeamsScene scene, LogLevel most)
    {
        Assert.Empty(scene.Log.Errors);
        Assert.DoesNotContain(scene.Log.Lines, line => line.Level >= most && line.Text.StartsWith("IntroBot.", StringComparison.Ordinal));
        Assert.DoesNotContain(
            scene.Log.Lines, line => line.Level >= LogLevel.Information && line.Text.Contains("Exception:", StringComparison.Ordinal));
    }
}
