using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Scenes;

/// <summary>
/// The program in a process of its own and by the real clock, with an embedded file, in a workspace of the double of Slack.
/// </summary>
internal sealed class SlackProgram : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly IReadOnlyList<string> command;
    private readonly (string Name, string Value)[] settings;
    private RunningProgram? program;

    private SlackProgram(IReadOnlyList<string> command, FakeSlack slack, FakeSlackWorkspace acme, (string Name, string Value)[] settings)
    {
        (Slack, Acme, this.command) = (slack, acme, command);
        this.settings = [("Storage__SqlitePath", folder.File("introbot.db")), ("Slack__ApiUrl", $"{slack.Address}api/"), .. settings];
        Ava = acme.AddPerson("Ava Stone", person => (person.TimeZone, person.IsAdmin) = (NoonTimeZone.Id, true));
        Grace = acme.AddPerson("Grace Okafor", person => person.TimeZone = NoonTimeZone.Id);
    }

    public FakeSlack Slack { get; }

    public FakeSlackWorkspace Acme { get; }

    /// <summary>Asks, and looks after the workspace.</summary>
    public FakeSlackPerson Ava { get; }

    /// <summary>Gives.</summary>
    public FakeSlackPerson Grace { get; }

    public Uri Address => Program.Address;

    public RunningProgram Program => program!;

    public string File => folder.File("introbot.db");

    /// <summary>Starts Slack, then the program with what is to be configured besides file and address.</summary>
    public static async Task<SlackProgram> StartAsync(
        IReadOnlyList<string> command,
        Func<FakeSlackApp, FakeSlackWorkspace, (string Name, string Value)[]> settings,
        bool installed = true,
        TimeProvider? clock = null)
    {
        var slack = await FakeSlack.StartAsync(clock);
        slack.Patience = TimeSpan.FromMinutes(5);
        var acme = slack.AddWorkspace("Acme", installed);
        var scene = new SlackProgram(command, slack, acme, settings(slack.App, acme));
        await scene.StartAgainAsync();
        return scene;
    }

    /// <summary>Comes back on the same file.</summary>
    public async Task StartAgainAsync()
    {
        program = await RunningProgram.StartedAsync(command, folder.Path, settings);
        Slack.App.ListensAt(new Uri(program.Address, "/slack/events"));
    }

    /// <summary>One more on the same file, which hears nothing of Slack.</summary>
    public Task<RunningProgram> StartAnotherAsync() => RunningProgram.StartedAsync(command, folder.Path, settings);

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => program!.KillAsync();

    /// <summary>Opts in by <c>/intro give</c> and the modal it opens.</summary>
    public async Task GivesAsync(FakeSlackPerson who, string topic)
    {
        await who.TypesAsync("/intro", "give");
        await Slack.UntilAsync(() => who.Modal is not null);
        await who.TypesIntoAsync(GiverForms.Topics, topic);
        await who.SubmitsAsync((GiverForms.Topics, topic));
        await who.ClosesAllAsync();
    }

    /// <summary>Fills in the open form of an ask, goes on to the note, promises and sends it.</summary>
    public async Task SendsAskAsync(FakeSlackPerson who, string topic)
    {
        await Slack.UntilAsync(() => who.Modal is not null);
        var ask = Asks.Good with { Deadline = null, DeadlineReason = "" };
        await who.TypesIntoAsync(AskTemplate.Topics, topic);
        who.FillsIn([.. AskTemplate.Fields.Where(field => field.Id != AskTemplate.Topics && field.Read(ask).Length > 0)
            .Select(field => (field.Id, field.Read(ask)))]);
        await who.SubmitsAsync((AskTemplate.Topics, topic));
        for (var tries = 0; tries < 3 && who.Modal is { CallbackId: "ask.review" }; tries++)
            await who.SubmitsAsync((AskTemplate.Promises, "yes"));
        await who.ClosesAllAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null) await program.DisposeAsync();
        await Slack.DisposeAsync();
        folder.Dispose();
    }
}
