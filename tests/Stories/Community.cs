using IntroBot.Conversation;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Platforms;
using IntroBot.Stewards;
using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Stories;

/// <summary>
/// The whole program without a platform: the real stories, store, outbox and due work, a clock that stands still, and a messenger in
/// memory. It wakes on Monday 23 November 2026 at 10:00 UTC.
/// </summary>
internal sealed class Community : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static int opened;

    private readonly ServiceProvider services;
    private readonly string keys;
    private int acts;

    private Community(ServiceProvider services, FakeTimeProvider clock, FakeMessenger messenger, string keys)
    {
        this.keys = keys;
        this.services = services;
        Clock = clock;
        Messenger = messenger;
    }

    public FakeTimeProvider Clock { get; }

    public FakeMessenger Messenger { get; }

    public WorkspaceId Workspace { get; } = new("home");

    /// <summary>Whoever looks after the workspace, as the platform says with every act.</summary>
    public HashSet<PersonRef> Stewards { get; } = [];

    public IIntroStore Intros => The<IIntroStore>();

    public IGiverStore Givers => The<IGiverStore>();

    public ISettingsStore Settings => The<ISettingsStore>();

    public ITableStore Tables => The<ITableStore>();

    /// <param name="tables">The store; one in memory when none is given.</param>
    /// <param name="clock">The clock, to share it with other instances.</param>
    /// <param name="messenger">The platform, to share it with other instances.</param>
    /// <param name="keys">What the keys of interactions begin with.</param>
    /// <param name="wire">The way to the platform, when it is not always to be trusted.</param>
    public static async Task<Community> OpenAsync(
        ITableStore? tables = null, FakeTimeProvider? clock = null,
        FakeMessenger? messenger = null, IMessenger? wire = null, string? keys = null)
    {
        var (time, platform) = (clock ?? new FakeTimeProvider(Monday), messenger ?? new FakeMessenger());
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(wire ?? platform)
            .AddStorage(_ => tables ?? new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables))
            .AddStories()
            .BuildServiceProvider();
        var community = new Community(services, time, platform, keys ?? $"act-{Interlocked.Increment(ref opened)}");
        await services.GetRequiredService<ITableStore>().OpenAsync(CancellationToken.None);
        await services.GetRequiredService<OutboxPump>().StartAsync(CancellationToken.None);
        return community;
    }

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Person Person(string name, string timeZone = "Europe/London") =>
        new(new PersonRef(Workspace, name.Split(' ')[0].ToLowerInvariant()), name, timeZone, "en");

    /// <summary>Opts a person in by the form everybody fills in.</summary>
    public async Task<Person> GiverAsync(string name, string topics, string timeZone = "Europe/London", int cap = 2)
    {
        var person = Person(name, timeZone);
        await SubmitAsync(
            person, FormIds.Give, "", (GiverForms.Topics, topics), (GiverForms.Cap, $"{cap}"),
            (GiverForms.QuietFrom, "20:00"), (GiverForms.QuietTo, "08:00"));
        await SettleAsync();
        return person;
    }

    /// <summary>Lets givers be asked in a channel from now on.</summary>
    public Task AskInChannelAsync(string channel = "givers") => Settings.ChangeAsync(
        Workspace, NextKey(), settings => SettingsDecisions.Change(
            settings, new WorkspaceSettings(OffersInChannel: true, channel),
            Person("Sue Steward"), Clock.GetUtcNow()), CancellationToken.None);

    public Task<Reply> CommandAsync(Person who, string text, params Person[] mentioned) =>
        DispatchAsync(new Interaction.CommandTyped(who, NextKey(), text, [.. mentioned]));

    public Task<Reply> SayAsync(Person who, string text) => DispatchAsync(new Interaction.MessageSent(who, NextKey(), text, []));

    public Task<Reply> PressAsync(Person who, CardButton button) =>
        DispatchAsync(new Interaction.ButtonPressed(who, NextKey(), button.Action, button.Value));

    /// <summary>Presses the button of this label on the newest card of a person's chat that has it.</summary>
    public Task<Reply> PressAsync(Person who, string label) =>
        PressAsync(who, Messenger.ChatOf(who.Ref).Reverse().SelectMany(card => card.Buttons).First(button => button.Label == label));

    public Task<Reply> SubmitAsync(Person who, string form, string state, params (string Id, string Value)[] answers) => DispatchAsync(
        new Interaction.FormSubmitted(
            who, NextKey(), form, state,
            new FormAnswers(answers.GroupBy(answer => answer.Id, answer => answer.Value)
                .ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[.. answer]))));

    public Task<Reply> HomeAsync(Person who) => DispatchAsync(new Interaction.HomeOpened(who, NextKey()));

    public Task<Reply> DispatchAsync(Interaction interaction) =>
        The<Dispatcher>().DispatchAsync(interaction with { IsSteward = Stewards.Contains(interaction.From.Ref) }, CancellationToken.None);

    /// <summary>Waits until everything committed has been handled.</summary>
    public Task SettleAsync() => The<IDueWork>().SettleAsync(CancellationToken.None);

    /// <summary>Lets time pass hour by hour, with all that falls due on the way.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromHours(1))
        {
            Clock.Advance(left < TimeSpan.FromHours(1) ? left : TimeSpan.FromHours(1));
            await The<IDueWork>().RunAsync(CancellationToken.None);
            await SettleAsync();
        }
    }

    public async Task<ImmutableArray<Intro>> IntrosOfAsync(Person who) => await Intros.OfAsync(who.Ref, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<OutboxPump>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    /// <summary>The outcome log, oldest first.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> LogAsync()
    {
        await SettleAsync();
        return await Tables.ScanAsync("Log", CancellationToken.None)
            .OrderBy(row => row.Row, StringComparer.Ordinal)
            .Select(row => row.Columns)
            .ToListAsync();
    }

    /// <summary>A key no interaction had before, in this community or another on the same store.</summary>
    public string NextKey() => $"{keys}-{Interlocked.Increment(ref acts)}";
}
