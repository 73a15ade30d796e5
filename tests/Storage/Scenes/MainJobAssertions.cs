using IntroBot.Intros;
using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Storage.Scenes;

/// <summary>What must be true at the end of the main job, whatever broke on the way.</summary>
internal static class MainJobAssertions
{
    private static readonly string[] Messages =
        ["connection", "how-over.1.thanked", "how-over.1.told-Met", "how.1", "offer", "over.offer", "said-yes", "thanks"];

    private static readonly string[] Events =
        ["Draft started", "Asked", "Search began", "Offered", "Accepted", "Connected", "Outcome told", "Closed with thanks"];

    /// <param name="job">The job, lived to its end.</param>
    /// <param name="store">The store it lived on.</param>
    /// <param name="mostTwice">How many messages may have arrived a second time,
    /// under the same id: what left before its receipt was written.</param>
    public static async Task EndedWellAsync(this MainJob job, ITableStore store, int mostTwice)
    {
        await using var calm = await job.OpenCalmlyAsync();
        var intro = Assert.Single(await calm.IntrosOfAsync(job.Asker));
        Assert.Equal(IntroStage.Closed, intro.Stage);
        Assert.Single(intro.Offers);

        var sent = job.Messenger.Delivered.GroupBy(envelope => envelope.MessageId).ToArray();
        var core = await RowsAsync(store, StoreKeys.Core);
        Assert.Equal(Messages, sent.Select(message => NoticeOf(message.Key, intro)).Order(StringComparer.Ordinal));
        Assert.True(
            sent.Sum(message => message.Count() - 1) <= mostTwice, $"{sent.Sum(message => message.Count() - 1)} messages too many.");

        var slot = Assert.Single((await calm.Givers.FindAsync(job.Giver.Ref, CancellationToken.None))!.Slots);
        Assert.False(slot.IsOpen);
        Assert.True(slot.Counts);

        var log = await RowsAsync(store, StoreKeys.Log);
        Assert.Equal(Events, log.Where(row => row.Columns.ContainsKey("Intro"))
            .OrderBy(row => row.Row, StringComparer.Ordinal)
            .Select(row => row.Columns["Event"]));
        Assert.DoesNotContain(core, row => row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal));
        Assert.Empty(await AwaitedAsync(store));
    }

    public static async Task<TableRow[]> RowsAsync(ITableStore store, string table)
    {
        var rows = new List<TableRow>();
        await foreach (var row in store.ScanAsync(table, CancellationToken.None)) rows.Add(row);
        return [.. rows];
    }

    /// <summary>The due rows of all that is awaited, without those that only take old rows away.</summary>
    public static async Task<TableRow[]> AwaitedAsync(ITableStore store) =>
        [.. (await RowsAsync(store, StoreKeys.Due)).Where(row => !JsonColumns.Read(row, StoredJson.Default.DueRecord).CleansUp)];

    private static string NoticeOf(string message, Intro intro) => message
        .Replace($"home.r.{intro.Id}.", "", StringComparison.Ordinal)
        .Replace($".{intro.Id}-1", "", StringComparison.Ordinal);
}
