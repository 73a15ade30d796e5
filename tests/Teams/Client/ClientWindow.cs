using System.Collections.Concurrent;
using IntroBot.Tests.EndToEnd;
using IntroBot.Tests.Teams.Double;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.Tests.Teams.Client;

/// <summary>
/// Microsoft's own local client of Teams, with one person in front of it (https://www.npmjs.com/package/@microsoft/m365agentsplayground).
/// </summary>
internal sealed class ClientWindow : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground";
    private static readonly string Pictures = Path.Combine(Repository.Root, "tests", "output", "teams");

    /// <summary>
    /// Words by which the client says, below a card or in its log,
    /// that it cannot do with something what Teams can, or that something is wrong.
    /// </summary>
    private static readonly string[] Warnings = ["in real environment", "Something went wrong", "Unable to", "Invalid ", "Unknown "];

    private readonly NodePeer peer = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly TaskCompletionSource<Uri> leftFor = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ClientWindow(string name, IPage page)
    {
        (Name, Page) = (name, page);
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            // Fonts and other ornaments lie on a host of Microsoft's, which it does without.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load", StringComparison.Ordinal))
                complaints.Enqueue(message.Text);
        };
    }

    public string Name { get; }

    public IPage Page { get; }

    /// <summary>The first address outside this machine to which anything led; nothing out there is opened.</summary>
    public Task<Uri> LeftFor => leftFor.Task;

    public static async Task<ClientWindow> OpenAsync(IBrowser browser, FakeTeamsPerson person, ClientGateway gateway)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1400, Height = 1400 } });
        context.SetDefaultTimeout(Chromium.Timeout);
        var window = new ClientWindow(person.Name.Split(' ')[0].ToLowerInvariant(), await context.NewPageAsync());
        await context.RouteAsync(url => !new Uri(url).IsLoopback, window.StayAsync);
        await window.StartAsync(person, gateway);
        return window;
    }

    /// <summary>Writes a line to the bot.</summary>
    public async Task SaysAsync(string line)
    {
        await Page.GetByRole(AriaRole.Textbox).Last.FillAsync(line);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Presses the newest button of this name.</summary>
    public Task PressesAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    /// <summary>Presses the newest button of this name that leads somewhere else.</summary>
    public Task FollowsAsync(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).Last.ClickAsync();

    /// <summary>Types into the newest field of this label.</summary>
    public Task FillsAsync(string label, string words) => Page.GetByRole(AriaRole.Textbox, new() { Name = label }).Last.FillAsync(words);

    /// <summary>Picks in the newest menu of this label.</summary>
    public async Task ChoosesAsync(string label, string option)
    {
        await Page.GetByRole(AriaRole.Combobox, new() { Name = label }).Last.ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Ticks the newest box.</summary>
    public Task TicksAsync() => Page.GetByRole(AriaRole.Checkbox).Last.CheckAsync();

    /// <summary>
    /// Types into a box that must not stay empty and sends it. This client forgets what is typed when another message changes behind it,
    /// and says then that it is <paramref name="missing"/>; so it is typed again until there is an <paramref name="answer"/>.
    /// </summary>
    public async Task SendsAsync(string label, string words, string button, string missing, string answer)
    {
        var (answered, stopped) = (Page.GetByText(answer).Last, Page.GetByText(missing).Last);
        do
        {
            await FillsAsync(label, words);
            await PressesAsync(button);
            await Expect(answered.Or(stopped).First).ToBeVisibleAsync();
        }
        while (!await answered.IsVisibleAsync());
    }

    public Task<int> CountAsync(string button) => Page.GetByText(button, new() { Exact = true }).CountAsync();

    /// <summary>Whatever the client found wrong, with a card above all: in its console, below its cards and in its log.</summary>
    public async Task<IEnumerable<string>> ComplaintsAsync()
    {
        var lines = (await Page.Locator("body").InnerTextAsync()).Split('\n');
        return complaints.Concat(lines.Where(line => Warnings.Any(warning => line.Contains(warning, StringComparison.Ordinal))));
    }

    /// <summary>Opens the dialog of a compose command.</summary>
    public async Task OpensDialogAsync(string command)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).ClickAsync();
        await Page.GetByText("Action Command").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Command ID" }).FillAsync(command);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
    }

    public Task SeesAsync(string words) => Expect(Page.GetByText(words).Last).ToBeVisibleAsync();

    public Task PictureAsync(string what) => Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{what}.png") });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        peer.Dispose();
    }

    private async Task StayAsync(IRoute route)
    {
        if (route.Request.IsNavigationRequest) leftFor.TrySetResult(new Uri(route.Request.Url));
        await route.AbortAsync();
    }

    private async Task StartAsync(FakeTeamsPerson person, ClientGateway gateway)
    {
        var config = Path.Combine(peer.Folder, "client.yml");
        await File.WriteAllTextAsync(config, ConfigOf(person));
        await peer.StartAsync(
            Package,
            "cli.js",
            $"Listening on {peer.Port}",
            [
                "start", "-e", $"{gateway.MessagesOf(Name)}", "-c", "msteams", "-p", $"{peer.Port}", "--disable-telemetry", "--service-url",
                $"{gateway.ServiceOf(Name)}",
            ],
            ("TEAMSAPPTESTER_BROWSER", "none"),
            ("M365_AGENTS_PLAYGROUND_CONFIG_PATH", config),
            ("APPLICATION_INSIGHTS_NO_STATSBEAT", "1"),
            ("NODE_OPTIONS", $"--require \"{Path.Combine(Repository.Root, "tests", "peers", "stay-on-this-machine.cjs")}\""),
            ("TZ", person.TimeZone!));
        var address = new Uri($"http://127.0.0.1:{peer.Port}/");
        gateway.Opens(Name, address);
        await Page.GotoAsync(address.ToString());
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = "Personal Chat" }).DispatchEventAsync("click");
    }

    /// <summary>A world as the client wants it: one person in front of it and five others.</summary>
    private static string ConfigOf(FakeTeamsPerson person)
    {
        var tenant = person.Tenant;
        var others = tenant.People.Where(other => other != person)
            .Concat(Enumerable.Range(1, 5).Select(number => new FakeTeamsPerson(tenant, $"Extra {number}")))
            .Take(5);
        return $"""
            version: "0.1.1"
            tenantId: {tenant.Id}
            bot:
              id: {tenant.Teams.App.Account}
              name: {tenant.Teams.App.Name}
            currentUser: {Person(person)}
            users:
            {string.Join('\n', others.Select(other => $"  - {Person(other)}"))}
            personalChat:
              id: {person.Chat.Id}
            groupChat:
              id: 19:{Guid.NewGuid():N}@thread.v2
              name: Group
            team:
              id: 19:{Guid.NewGuid():N}@thread.tacv2
              aadGroupId: {Guid.NewGuid():D}
              name: {tenant.Name}
              channels: []
            """;

        static string Person(FakeTeamsPerson who)
        {
            var ids = $"id: \"{who.Account}\", aadObjectId: \"{who.Id}\", userPrincipleName: \"{who.SignInName}\"";
            var names = $"name: \"{who.Name}\", givenName: \"{who.Name.Split(' ')[0]}\", surname: \"{who.Name.Split(' ')[^1]}\"";
            return $$"""{ {{ids}}, {{names}}, email: "{{who.SignInName}}" }""";
        }
    }
}
