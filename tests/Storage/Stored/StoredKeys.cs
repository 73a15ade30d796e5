using IntroBot.Chat;
using IntroBot.Decisions;
using IntroBot.Platforms;
using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Storage;
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
        .. TableStores.Tables, StoreKeys.Intro(Home, Intro), StoreKeys.Person(Ava), StoreKeys.Term(Home, "supply chain"),
        StoreKeys.Terms(Home), StoreKeys.Settings(Home), StoreKeys.LogMonth(Home, At), StoreKeys.ShelfPart(SlackShelves.Seen),
        StoreKeys.ShelfPart(PlaygroundShelves.Of(Place.Channel(Home))), StoreKeys.Shard("home|r|intro1"),
    ];

    private static IEnumerable<string> Rows =>
    [
        StoreKeys.Root, StoreKeys.Message("offer.intro1-1"), StoreKeys.Receipt("offer.intro1-1"),
        StoreKeys.Operation("act:intro1-1:accept:ava"), StoreKeys.History(12, 1), StoreKeys.Reference(Intro, At),
        StoreKeys.TermRow("supply chain"), StoreKeys.Who(Ava), StoreKeys.LotRow("intro1"),
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
        SlackShelves.Own, SlackShelves.Installations, SlackShelves.Promised, SlackShelves.Waiting, SlackShelves.People("T1"),
        SlackShelves.Chats("T1"), SlackShelves.Homes("T1"), DailyShelf.Of(SlackShelves.Seen, At),
        TeamsShelves.Promised, TeamsShelves.OwedHomes, DailyShelf.Of(TeamsShelves.Seen, At), TeamsShelves.People("tenant"),
        TeamsShelves.Chats("tenant"), TeamsShelves.Homes("tenant"), TeamsShelves.Meetings("tenant"), TeamsShelves.Channels("tenant"),
        PlaygroundShelves.State, PlaygroundShelves.Of(Place.Chat(Ava)), PlaygroundShelves.Of(Place.Channel(Home)),
        PlaygroundShelves.Of(Place.Meeting(Home, ["grace", "ava"])), PlaygroundShelves.Meetings(Home), PlaygroundShelves.Forms(Home),
        PlaygroundShelves.Seen(Home), PlaygroundShelves.Safe(Strange),
        new ClaimMark(At, "sign", null).Write(), new ClaimMark(At, "sign", "words of it").Write(),
    ];

    private static IEnumerable<string> Ids =>
    [
        SlackIds.Workspace("T1").Value, TeamsIds.Workspace("TENANT").Value, SlackIds.KeyOf("Ev1"), SlackIds.KeyOf(Strange),
        IntroBot.Intros.IntroIds.From(Ava, "key").Value, IntroBot.Intros.ButtonValue.Of(StorySamples.Intro),
        IntroBot.Intros.ButtonValue.Of(StorySamples.Intro, "topics"),
        IntroBot.Intros.ButtonValue.OfPublic(StorySamples.Intro, StorySamples.Intro.Offers[0]),
        IntroBot.Intros.ButtonValue.Act("send", StorySamples.Ava),
        new CardSeat("ava", "chat.ava", "m1", 3).KeyOf(new CardButton("help", "", "Help")),
    ];

    private static string Told(IReadOnlyDictionary<string, string> columns) => string.Join(
        ' ', columns.OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => $"{column.Key}={(column.Value.Length < 200 ? column.Value : $"{column.Value.Length}")}"));
}
