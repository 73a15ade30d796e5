using System.Text.Json.Serialization.Metadata;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Tests.Storage.Scenes;

/// <summary>All that a store holds, and what must be true of it whenever nothing is under way.</summary>
internal sealed class StoreContents(TableRow[] core, TableRow[] due, TableRow[] log, TableRow[] keyValues)
{
    /// <summary>Stages in which something happens next by itself.</summary>
    private static readonly IntroStage[] OnTheWay = [IntroStage.Asked, IntroStage.Searching, IntroStage.Accepted];

    public IReadOnlyList<Intro> Intros { get; } = Roots("|r|", core, StoredJson.Default.Intro);

    public IReadOnlyList<Giver> Givers { get; } = Roots("|p|", core, StoredJson.Default.Giver);

    private IEnumerable<Aggregate> States => Intros.Concat<Aggregate>(Givers);

    public static async Task<StoreContents> ReadAsync(ITableStore store) => new(
        await MainJobAssertions.RowsAsync(store, StoreKeys.Core),
        await MainJobAssertions.RowsAsync(store, StoreKeys.Due),
        await MainJobAssertions.RowsAsync(store, StoreKeys.Log),
        await MainJobAssertions.RowsAsync(store, StoreKeys.KeyValue));

    /// <summary>What has been begun and is not at its end, one line each.</summary>
    public IReadOnlyList<string> UnderWay(DateTimeOffset now) =>
    [
        .. Rows(StoreKeys.Outbox).Select(row => $"outbox {row.Partition} {row.Row}"),
        .. due.Where(row => IsOverdue(row, now)).Select(row => $"due {row.Row} {row.Columns["Json"]}"),
        .. History.Except(log.Select(LineIn)).Select(line => $"log {line}"),
    ];

    /// <summary>Whether everything is as it was then.</summary>
    public bool IsAs(StoreContents then) => Marks.SequenceEqual(then.Marks);

    public void HoldsTogether(DateTimeOffset now)
    {
        Assert.All(Intros, intro => Assert.InRange(intro.Offers.Count(offer => offer.Status == OfferStatus.Accepted), 0, 1));
        Assert.All(Intros.Where(intro => !IsToldLater(intro)), intro => Assert.DoesNotContain(intro.Stage, OnTheWay));
        Assert.All(Givers, giver => Assert.InRange(GiverProtection.OffersThisWeek(giver, now), 0, giver.Profile.WeeklyCap));
        Assert.All(Givers, giver => Assert.InRange(giver.Slots.Count(slot => slot.IsOpen), 0, 1));
        Assert.Equal(OpenOffers.Order(), OpenPlaces.Order());

        // A moment that is awaited no more keeps its row, where a program died over taking it away, until it comes.
        Assert.All(States, state => Assert.Equal(state.Timers.Length, state.Revision!.DueRows.Length));
        Assert.Empty(States.SelectMany(state => state.Revision!.DueRows).Except(due.Select(row => row.Row)));

        Assert.Equal(History.Order(StringComparer.Ordinal), log.Select(LineIn).Order(StringComparer.Ordinal));
    }

    private IEnumerable<(string, string)> OpenOffers => Intros.SelectMany(intro => intro.Offers)
        .Where(offer => offer.Status == OfferStatus.Open)
        .Select(offer => (offer.Giver.Ref.Id, offer.Id.Value));

    private IEnumerable<(string, string)> OpenPlaces => Givers.SelectMany(
        giver => giver.Slots.Where(slot => slot.IsOpen), (giver, slot) => (giver.Person.Ref.Id, slot.Offer.Value));

    private IEnumerable<string> History => Rows("l|").Select(LineOf);

    private IEnumerable<TableRow> Rows(string kind) => core.Where(row => row.Row.StartsWith(kind, StringComparison.Ordinal));

    private IEnumerable<string> Marks => core.Concat(due).Concat(log).Concat(keyValues).Select(row => row.ETag);

    /// <summary>A row whose act never came is none: it stands ten minutes, since the act might.</summary>
    private bool IsOverdue(TableRow row, DateTimeOffset now)
    {
        var record = JsonColumns.Read(row, StoredJson.Default.DueRecord);
        return string.CompareOrdinal(row.Row, StoreKeys.DueBefore(now)) < 0 && (record.Message.Length > 0 || HasCome(record));
    }

    private bool HasCome(DueRecord record) =>
        core.Any(row => row.Partition == record.Partition && row.Row == StoreKeys.Operation(record.Operation));

    /// <summary>What the log must say of a line of a partition's history.</summary>
    private static string LineOf(TableRow history)
    {
        var (owner, place) = (history.Partition.Split('|', 3), history.Row.Split('|'));
        var entry = JsonColumns.Read(history, StoredJson.Default.LogEntry);
        var row = $"{entry.At.UtcTicks:D19}|{owner[2]}|log.{place[1]}.{int.Parse(place[2], CultureInfo.InvariantCulture)}";
        return $"{StoreKeys.LogMonth(new WorkspaceId(owner[0]), entry.At)} {row} {Written(entry.Event)} {entry.Stage}";
    }

    private static string LineIn(TableRow log) =>
        $"{log.Partition} {log.Row} {log.Columns["Event"]} {log.Columns.GetValueOrDefault("Stage", "")}";

    private static T[] Roots<T>(string kind, TableRow[] core, JsonTypeInfo<T> json)
        where T : Aggregate =>
    [
        .. core.Where(row => row.Row == StoreKeys.Root && row.Partition.Contains(kind, StringComparison.Ordinal))
            .Select(root => JsonColumns.ReadRoot(root, json)),
    ];

    /// <summary>An event as the outcome log has it.</summary>
    private static string Written(LogEvent what) => JsonSerializer.SerializeToElement(what, StoredJson.Default.LogEvent).GetString()!;

    /// <summary>A search that found nobody waits for the hour at which the asker is told.</summary>
    private static bool IsToldLater(Intro intro) => intro is { Stage: IntroStage.Searching, IsSearchUnderWay: false };
}
