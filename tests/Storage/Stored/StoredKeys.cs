using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Teams;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Names of tables, partitions, rows, columns and shelves, and text that is no JSON, each made from the same few ids.</summary>
internal static class StoredKeys
{
    private const string Strange = "19:channel/with#signs@thread";

    private static readonly DateTimeOffset At = StorySamples.At;
    private static readonly WorkspaceId Home = new("home");
    private static readonly PersonRef Ava = StorySamples.Ava.Ref;
    private static readonly IntroId Intro = new("intro1");

    public static IEnumerable<string> Lines => Tables.Concat(Rows).Concat(Columns).Concat(Shelves).Concat(Ids);

    private static IEnumerable<string> Tables =>
    [
        .. TableStores.Tables, StoreKeys.Intro(Home, Intro), StoreKeys.Person(Ava), StoreKeys.IndexKey(Home, "supply chain"),
        StoreKeys.IndexKeys(Home), StoreKeys.Settings(Home), StoreKeys.LogMonth(Home, At),
            StoreKeys.KeyValuePartition(SlackStoreNames.Seen),
        StoreKeys.KeyValuePartition(PlaygroundStoreNames.Of(ChatRoom.Channel(Home))), StoreKeys.Shard("home|r|intro1"),
    ];

    private static IEnumerable<string> Rows =>
    [
        StoreKeys.Root, StoreKeys.Message("offer.intro1-1"), StoreKeys.Receipt("offer.intro1-1"),
        StoreKeys.Operation("act:intro1-1:accept:ava"), StoreKeys.History(12, 1), StoreKeys.Reference(Intro, At),
        StoreKeys.IndexKeyRow("supply chain"), StoreKeys.Who(Ava), StoreKeys.SampledRow("intro1"),
        StoreKeys.DueRow(At)[..20], StoreKeys.DueBefore(At), StoreKeys.Plain(Strange), StoreKeys.ImportPart, StoreKeys.ImportRow,
    ];

    private static IEnumerable<string> Columns =>
    [
        Told(JsonColumns.OfRoot(StorySamples.Settings, StoredJson.Default.WorkspaceSettings, 7, ["0001|a", "0002|b"])),
        Told(JsonColumns.Of(StorySamples.Line with { Detail = new string('x', 70_000) }, StoredJson.Default.LogEntry)),
        Told(((RowChange.Put)References.To(Intro, At)).Columns),
        Told(((RowChange.Put)PartitionOutbox.Receipt(StorySamples.RowOf(StorySamples.Outgoing[0]), "C1 123.4")).Columns),
    ];

    private static IEnumerable<string> Shelves =>
    [
        SlackStoreNames.Own, SlackStoreNames.Installations, SlackStoreNames.Promised, SlackStoreNames.Waiting, SlackStoreNames.People("T1"),
        SlackStoreNames.Chats("T1"), SlackStoreNames.Homes("T1"), SlackStoreNames.Seen,
        TeamsStoreNames.Promised, TeamsStoreNames.OwedHomes, TeamsStoreNames.Seen, TeamsStoreNames.People("tenant"),
        TeamsStoreNames.Chats("tenant"), TeamsStoreNames.Homes("tenant"), TeamsStoreNames.Meetings("tenant"),
            TeamsStoreNames.Channels("tenant"),
        PlaygroundStoreNames.State, PlaygroundStoreNames.Of(ChatRoom.Chat(Ava)), PlaygroundStoreNames.Of(ChatRoom.Channel(Home)),
        PlaygroundStoreNames.Of(ChatRoom.Meeting(Home, ["grace", "ava"])), PlaygroundStoreNames.Meetings(Home),
            PlaygroundStoreNames.Forms(Home),
        PlaygroundStoreNames.Seen(Home), PlaygroundStoreNames.Safe(Strange),
    ];

    private static IEnumerable<string> Ids =>
    [
        SlackIds.Workspace("T1").Value, TeamsIds.Workspace("TENANT").Value, SlackIds.KeyOf("Ev1"), SlackIds.KeyOf(Strange),
        IntroBot.Intros.IntroIds.From(Ava, "key").Value, IntroBot.Intros.ButtonValue.Of(StorySamples.Intro),
        IntroBot.Intros.ButtonValue.Of(StorySamples.Intro, "topics"),
        IntroBot.Intros.ButtonValue.OfPublic(StorySamples.Intro, StorySamples.Intro.Offers[0]),
        IntroBot.Intros.ButtonValue.IdempotencyKey("send", StorySamples.Ava),
        new CardLocation("ava", "chat.ava", "m1", 3).KeyOf(new CardButton("help", "", "Help")),
    ];

    private static string Told(IReadOnlyDictionary<string, string> columns) => string.Join(
        ' ', columns.OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => $"{column.Key}={(column.Value.Length < 200 ? column.Value : $"{column.Value.Length}")}"));
}
