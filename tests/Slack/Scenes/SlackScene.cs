using IntroBot.Slack;
using IntroBot.Tests.Platforms;
using IntroBot.Tests.Slack.Double;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Slack.Scenes;

/// <summary>The whole program in a Slack workspace.</summary>
internal sealed class SlackScene : PlatformScene
{
    private readonly SlackOptions settings;

    private SlackScene(
        FakeTimeProvider clock, FakeSlack slack, FakeSlackWorkspace acme, SlackOptions settings, (string Key, string Value)[]? lookedAfter)
        : base(clock, lookedAfter)
    {
        (Slack, Acme, this.settings) = (slack, acme, settings);
        Ava = acme.AddPerson("Ava Stone", person => person.TimeZone = "Europe/Berlin");
        Grace = acme.AddPerson("Grace Okafor", person => person.TimeZone = "Africa/Lagos");
        General = acme.AddChannel("general", Ava, Grace);
    }

    public FakeSlack Slack { get; }

    public FakeSlackWorkspace Acme { get; }

    public FakeSlackPerson Ava { get; }

    public FakeSlackPerson Grace { get; }

    /// <summary>A channel the bot is not in.</summary>
    public FakeSlackChannel General { get; }

    /// <param name="options">What is configured besides the address of the Web API; one workspace by token when nothing is said.</param>
    /// <param name="prepare">What Slack is told before the program starts.</param>
    /// <param name="lookedAfter">The configuration of what looks after the program; nobody does when there is none.</param>
    public static async Task<SlackScene> OpenAsync(
        Action<SlackOptions, FakeSlack>? options = null, Action<FakeSlack>? prepare = null,
        (string Key, string Value)[]? lookedAfter = null)
    {
        var clock = Monday;
        var slack = await FakeSlack.StartAsync(clock);
        prepare?.Invoke(slack);
        var acme = slack.AddWorkspace("Acme");
        var settings = new SlackOptions { ApiUrl = $"{slack.Address}api/", SigningSecret = slack.App.SigningSecret, BotToken = acme.Token };
        options?.Invoke(settings, slack);
        var scene = new SlackScene(clock, slack, acme, settings, lookedAfter);

        // However many wait meanwhile, a modal opens with the trigger of a moment ago.
        slack.Triggers.Skipped = () => scene.Skipped;
        await scene.BeginAsync();
        return scene;
    }

    public static Person PersonOf(FakeSlackPerson who) =>
        new(new PersonRef(new WorkspaceId($"slack.{who.Workspace.Id}"), who.Id), who.RealName, who.TimeZone ?? "UTC", "en");

    protected override void Add(IServiceCollection services) => services.AddSingleton(settings).AddSlack(settings, Clock);

    protected override void Map(WebApplication app) => app.MapSlack();

    protected override void Told(Uri address) => Slack.App.ListensAt(new Uri(address, "/slack/events"));

    protected override ValueTask CloseAsync() => Slack.DisposeAsync();
}
