using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Scenes;

/// <summary>The story in Slack.</summary>
internal sealed class SlackDriver(SlackScene scene) : IPlatformDriver
{
    public PlatformScene Scene => scene;

    public static Task<IPlatformDriver> OpenAsync() => OpenAsync(null);

    /// <summary>As above, and somebody looks after the program.</summary>
    public static async Task<IPlatformDriver> OpenAsync((string Key, string Value)[]? lookedAfter)
    {
        var scene = await SlackScene.OpenAsync(lookedAfter: lookedAfter);
        scene.Acme.AddPerson("Wei Lin", person => person.TimeZone = "Europe/London");
        return new SlackDriver(scene);
    }

    public Task GivesAsync(string who, params string[] topics) => scene.GivesAsync(Find(who), topics);

    public Task AsksAsync(string who) => scene.AsksAsync(Find(who));

    public Task SaysAsync(string who, string words) => scene.AfterAsync(Find(who).SaysAsync(words));

    public Task PressesAsync(string who, string button) => scene.AfterAsync(Find(who).PressesAsync(button));

    public async Task MetAsync(string who, string thanks)
    {
        await PressesAsync(who, "We met");
        await scene.AfterAsync(Find(who).SubmitsAsync(("thanks", thanks)));
    }

    /// <summary>The first line of the text that stands for a card.</summary>
    public IReadOnlyList<string> Titles(string who) =>
        [.. Find(who).Chat.Messages.Where(message => message.Author == scene.Acme.Bot).Select(message => message.Text.Split('\n')[0])];

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    private FakeSlackPerson Find(string who) =>
        scene.Acme.People.Single(person => person.RealName.StartsWith(who, StringComparison.Ordinal));
}
