using CsCheck;
using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros.Closing;
using IntroBot.Stewards;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Stories;

/// <summary>One thing that happens in a history; <paramref name="Pick"/> chooses among whatever can be chosen then.</summary>
internal sealed record HistoryEvent(HistoryEventKind Kind, int Who, int Pick);

/// <summary>What can happen.</summary>
internal enum HistoryEventKind
{
    Press,
    PressAgain,
    PressForeign,
    Ask,
    Say,
    Give,
    Pass,
    Leave,
    Redeliver,
    Restart,
}

/// <summary>
/// Plays random histories of four people in four zones, all of them askers and givers, on a platform that is down now and then.
/// </summary>
internal sealed class History : IAsyncDisposable
{
    /// <summary>Where givers are asked in half of the histories.</summary>
    private const string Channel = "givers";

    private static readonly string[] Zones = ["Europe/London", "Pacific/Auckland", "America/New_York", "Australia/Lord_Howe"];
    private static readonly string[] Names = ["Ann", "Ben", "Cleo", "Dan"];
    private static readonly int[] Hours = [1, 5, 14, 26, 80, 200];
    private static readonly string[] Phrases =
        [
            "pause 1d", "pause 1w", "resume", "stop giving", "block", "unblock", "status", "withdraw", "help", "cancel", "skip",
            "someone who ran a shop in Lima", "supply chain",
        ];

    private readonly SqliteTableStore tables = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
    private readonly List<CardButton> seen = [];
    private readonly FakeTimeProvider clock;
    private Interaction? last;
    private int asks;

    private History(DateTimeOffset start) => clock = new FakeTimeProvider(start);

    /// <summary>Weeks in which clocks go back or forward somewhere, and one in which they do not.</summary>
    public static Gen<DateTimeOffset> Start { get; } = Gen.OneOf(
        new DateTimeOffset(2026, 3, 26, 9, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 4, 2, 20, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 10, 23, 14, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public static Gen<HistoryEvent[]> Happenings { get; } = Gen.Select(
        Gen.Frequency(
            (8, HistoryEventKind.Press),
            (1, HistoryEventKind.PressAgain),
            (1, HistoryEventKind.PressForeign),
            (4, HistoryEventKind.Ask),
            (3, HistoryEventKind.Say),
            (1, HistoryEventKind.Give),
            (5, HistoryEventKind.Pass),
            (1, HistoryEventKind.Leave),
            (1, HistoryEventKind.Redeliver),
            (1, HistoryEventKind.Restart)),
        Gen.Int[0, Names.Length - 1],
        Gen.Int[0, 1000],
        (kind, who, pick) => new HistoryEvent(kind, who, pick)).Array[5, 30];

    public Community Community { get; private set; } = null!;

    public FakeMessenger Messenger { get; } = new();

    public static IEnumerable<Person> People => Names.Select((_, index) => PersonAt(index));

    public static async Task<History> BeginAsync(DateTimeOffset start, bool inChannel)
    {
        var history = new History(start);
        await history.tables.OpenAsync(CancellationToken.None);
        history.Community = await Community.OpenAsync(history.tables.WithoutDispose(), history.clock, history.Messenger);
        await history.Community.Settings.ChangeAsync(
            history.Community.Workspace, "begin",
            settings => SettingsDecisions.Change(settings, new WorkspaceSettings(inChannel, Channel), PersonAt(0), start),
            CancellationToken.None);
        foreach (var who in Enumerable.Range(0, Names.Length - 1))
        {
            await history.GiveAsync(who);
        }

        return history;
    }

    public async Task HappenAsync(HistoryEvent now)
    {
        var who = PersonAt(now.Who);
        switch (now.Kind)
        {
            case HistoryEventKind.Press:
                await PressAsync(
                    who, [.. Messenger.ChatOf(who.Ref).Concat(Messenger.ChannelOf(Channel)).SelectMany(card => card.Buttons)], now.Pick);
                break;
            case HistoryEventKind.PressAgain or HistoryEventKind.PressForeign:
                await PressAsync(who, seen, now.Pick);
                break;
            case HistoryEventKind.Ask:
                await AskAsync(who, now.Pick);
                break;
            case HistoryEventKind.Say:
                await SayAsync(who, PersonAt((now.Who + 1) % Names.Length), now.Pick);
                break;
            case HistoryEventKind.Give:
                await GiveAsync(now.Who);
                break;
            case HistoryEventKind.Pass:
                await Community.PassAsync(TimeSpan.FromHours(Hours[now.Pick % Hours.Length]));
                break;
            case HistoryEventKind.Leave:
                await DoAsync(new Interaction.PersonLeft(who, Community.NextKey()));
                break;
            case HistoryEventKind.Redeliver when last is not null:
                await Community.DispatchAsync(last);
                break;
            case HistoryEventKind.Restart:
                await Community.DisposeAsync();
                Community = await Community.OpenAsync(tables.WithoutDispose(), clock, Messenger);
                break;
        }

        await Community.SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Community.DisposeAsync();
        await tables.DisposeAsync();
    }

    private static Person PersonAt(int index) =>
        new(new PersonRef(new WorkspaceId("home"), Names[index]), $"{Names[index]} Lee", Zones[index], "en");

    private async Task PressAsync(Person who, IReadOnlyList<CardButton> buttons, int pick)
    {
        if (buttons.Count > 0 && buttons[pick % buttons.Count] is var button)
        {
            seen.Add(button);
            await FillInAsync(
                who, await DoAsync(new Interaction.ButtonPressed(who, Community.NextKey(), button.Action, button.Value)), pick);
        }
    }

    /// <summary>Says something, and half the time presses a button of the answer.</summary>
    private async Task SayAsync(Person who, Person mentioned, int pick)
    {
        var reply = await DoAsync(new Interaction.MessageSent(who, Community.NextKey(), Phrases[pick % Phrases.Length], [mentioned]));
        if (pick % 2 == 0 && reply is Reply.Say)
        {
            await PressAsync(who, reply.Card().Buttons, pick);
        }
    }

    private async Task AskAsync(Person who, int pick)
    {
        var ask = AskingExtensions.Good with
        {
            Who = $"Somebody who has run {Words[asks % Words.Length]} for a long time",
            SmallStep = $"Could I ask two questions about {Words[asks++ % Words.Length]} in a 20-minute call?",
            Topics = [pick % 3 == 0 ? "foam" : "supply chain"],
        };
        if (await DoAsync(new Interaction.CommandTyped(who, Community.NextKey(), "", [])) is Reply.OpenForm { Form: var form })
        {
            var reply = await SubmitAsync(who, form, AskingExtensions.Answers(ask));
            await FillInAsync(who, reply, pick);
        }
    }

    /// <summary>Fills in whatever form came up, rightly.</summary>
    private async Task FillInAsync(Person who, Reply reply, int pick)
    {
        for (var forms = 0; forms < 3 && reply is Reply.OpenForm { Form: var form }; forms++)
        {
            reply = await SubmitAsync(who, form, form.Id switch
            {
                FormIds.Review => [(AskTemplate.Note, AskingExtensions.NoteIn(form)), (AskTemplate.Promises, FormAnswers.Ticked)],
                FormIds.OtherTopics => [(AskTemplate.Topics, pick % 2 == 0 ? "foam" : "supply chain")],
                FormIds.Thanks => [(LoopCards.ThanksField, "Thank you so much.")],
                FormIds.Give => Profile(who),
                _ => AskingExtensions.Answers(AskingExtensions.Good),
            });
        }
    }

    private Task<Reply> GiveAsync(int who) =>
        SubmitAsync(PersonAt(who), new Form(FormIds.Give, "", "", [], [], ""), Profile(PersonAt(who)));

    /// <summary>
    /// Everybody has a cap, working days and quiet hours of their own that never change, so that each promise can be checked at any time.
    /// </summary>
    private static (string, string)[] Profile(Person who) => who.Ref.Id switch
    {
        "Ann" =>
            [(GiverForms.Topics, "supply chain"), (GiverForms.Cap, "1"), (GiverForms.QuietFrom, "20:00"), (GiverForms.QuietTo, "08:00")],
        "Ben" =>
            [
                (GiverForms.Topics, "supply chain, foam"),
                (GiverForms.Cap, "2"),
                (GiverForms.QuietFrom, "22:00"),
                (GiverForms.QuietTo, "02:00"),
                .. WorksOn(DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday),
            ],
        "Cleo" =>
            [
                (GiverForms.Topics, "foam"),
                (GiverForms.Cap, "3"),
                (GiverForms.QuietFrom, "02:00"),
                (GiverForms.QuietTo, "09:00"),
                .. WorksOn(DayOfWeek.Monday, DayOfWeek.Thursday),
            ],
        _ =>
            [
                (GiverForms.Topics, "supply chain"),
                (GiverForms.Cap, "2"),
                (GiverForms.QuietFrom, "00:00"),
                (GiverForms.QuietTo, "00:00"),
                .. WorksOn([.. WeekdayNames.Week]),
            ],
    };

    private static IEnumerable<(string, string)> WorksOn(params DayOfWeek[] days) =>
        days.Select(day => (GiverForms.WorkingDays, WeekdayNames.Of(day)));

    private static readonly string[] Words =
    [
        "a foundry", "a bakery", "an orchard", "a choir", "a harbour", "a theatre", "a vineyard", "a library", "a shipyard", "a dairy",
        "a school", "a mill",
    ];

    private Task<Reply> SubmitAsync(Person who, Form form, params (string Id, string Value)[] answers) =>
        DoAsync(new Interaction.FormSubmitted(
            who, Community.NextKey(), form.Id, form.State,
            new FormAnswers(answers.GroupBy(answer => answer.Id, answer => answer.Value)
                .ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)[.. answer]))));

    private async Task<Reply> DoAsync(Interaction interaction)
    {
        last = interaction;
        var reply = await Community.DispatchAsync(interaction);
        if (reply is Reply.Say or Reply.Replace)
        {
            seen.AddRange(reply.Card().Buttons);
        }

        await Community.SettleAsync();
        return reply;
    }
}
