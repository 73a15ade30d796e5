using IntroBot.Tests.Platforms;
using IntroBot.Tests.Teams.Double;

namespace IntroBot.Tests.Teams.Scenes;

/// <summary>The story in Teams.</summary>
internal sealed class TeamsDriver(TeamsScene scene) : IPlatformDriver
{
    public PlatformScene Scene => scene;

    public static Task<IPlatformDriver> OpenAsync() => OpenAsync(null);

    /// <summary>As above, and somebody looks after the program.</summary>
    public static async Task<IPlatformDriver> OpenAsync((string Key, string Value)[]? lookedAfter)
    {
        var scene = await TeamsScene.OpenAsync(lookedAfter: lookedAfter);
        await scene.WelcomesAsync("Wei Lin");
        return new TeamsDriver(scene);
    }

    public Task GivesAsync(string who, params string[] topics) => scene.GivesAsync(Find(who), topics);

    public Task AsksAsync(string who) => scene.AsksAsync(Find(who));

    public Task SaysAsync(string who, string words) => scene.AfterAsync(Find(who).SaysAsync(words));

    public Task PressesAsync(string who, string button) => scene.AfterAsync(Find(who).PressesAsync(button));

    public async Task MetAsync(string who, string thanks)
    {
        await PressesAsync(who, "We met");
        await scene.AfterAsync(Find(who).PressesAsync("Send thanks", null, ("thanks", thanks)));
    }

    public IReadOnlyList<string> Titles(string who) =>
        [.. Find(who).Chat.Messages.Select(message => FakeTeamsCards.Words(message.Card).Split('\n')[0])];

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    private FakeTeamsPerson Find(string who) => scene.Acme.People.Single(person => person.Name.StartsWith(who, StringComparison.Ordinal));
}
