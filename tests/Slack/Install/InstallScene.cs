using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Slack.Install;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.WebApi;
using IntroBot.Tests.Slack.Scenes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack.Install;

/// <summary>The program as many workspaces install it, with one that has not done so yet.</summary>
internal sealed class InstallScene : IAsyncDisposable
{
    private readonly SlackOptions options;

    private InstallScene(SlackScene scene, SlackOptions options)
    {
        (Scene, this.options, Browser) = (scene, options, new InstallBrowser(scene.Address));
        Globex = scene.Slack.AddWorkspace("Globex", installed: false);
        Iris = Globex.AddPerson("Iris Vega");
        scene.Slack.App.RedirectUrls.Add(new Uri(scene.Address, "/slack/oauth_redirect"));
    }

    public SlackScene Scene { get; }

    public FakeSlack Slack => Scene.Slack;

    public FakeSlackWorkspace Globex { get; }

    public FakeSlackPerson Iris { get; }

    public InstallBrowser Browser { get; }

    public static async Task<InstallScene> OpenAsync(bool rotates = false)
    {
        SlackOptions? kept = null;
        var scene = await SlackScene.OpenAsync(
            (options, slack) =>
            {
                (options.ClientId, options.ClientSecret) = (slack.App.ClientId, slack.App.ClientSecret);
                (options.BotToken, kept) = (null, options);
            },
            slack => slack.App.RotatesTokens = rotates);
        return new InstallScene(scene, kept!);
    }

    /// <summary>Sets out, agrees, and comes back.</summary>
    public async Task<InstallVisit> InstallsAsync()
    {
        var consent = await ConsentAsync();
        var end = await Browser.GetAsync(consent.Allow(Iris));
        await Scene.SettleAsync();
        return end;
    }

    /// <summary>Sets out, as far as the consent page.</summary>
    public async Task<FakeSlackConsent> ConsentAsync(InstallBrowser? browser = null)
    {
        var begun = await (browser ?? Browser).GetAsync(new Uri(Scene.Address, "/slack/install"));
        await Browser.LookAtAsync(begun.Location!);
        return Slack.Consents[^1];
    }

    /// <summary>Whether the bot answers <c>/intro help</c> to Iris.</summary>
    public async Task<bool> HelpsAsync()
    {
        var before = Iris.Ephemerals.Count;
        await Scene.AfterAsync(Iris.TypesAsync("/intro", "help"));
        return Iris.Ephemerals.Count > before
            && Iris.Ephemerals[^1].Text.StartsWith("I bring people together, gently", StringComparison.Ordinal);
    }

    /// <summary>Another instance of the program on the same store, or another one, with nothing in its memory.</summary>
    public ServiceProvider NewInstance(string? clientSecret = null, RecordedLog? log = null, IKeyValueStore? store = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log ?? Scene.Log)).AddSingleton(store ?? Scene.The<IKeyValueStore>())
            .AddSingleton(Scene.The<IWorkQueue>());
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        var own = new SlackOptions
        {
            ApiUrl = options.ApiUrl,
            SigningSecret = options.SigningSecret,
            ClientId = options.ClientId,
            ClientSecret = clientSecret ?? options.ClientSecret,
        };
        services.AddSingleton(own).AddSlack(own, Scene.Clock);
        return services.BuildServiceProvider();
    }

    /// <summary>The token an instance would speak with now.</summary>
    public async Task<string?> TokenAsync(IServiceProvider? instance = null) =>
        (await (instance?.GetRequiredService<IInstallations>() ?? Scene.The<IInstallations>())
            .FindAsync(Globex.Id, CancellationToken.None))?.Token;

    /// <summary>Everything that is stored, in every table.</summary>
    public async Task<string> DumpAsync()
    {
        var rows = new List<string>();
        foreach (var table in TableStores.Tables)
            await foreach (var row in Scene.Tables.ScanAsync(table, CancellationToken.None))
                rows.Add($"{row.Partition} {row.Row} {string.Join(' ', row.Columns)}");
        return string.Join('\n', rows);
    }

    /// <summary>How often anybody exchanged a code or a token, or tried.</summary>
    public int Redeemed => Slack.CountOf("oauth.v2.access");

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Scene.DisposeAsync();
    }
}
