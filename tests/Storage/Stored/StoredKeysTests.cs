using IntroBot.Coaching;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Golden;
using IntroBot.Tests.Storage.Export;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>Keys are never changed: an act, a notice or a person would not be found again.</summary>
public sealed class StoredKeysTests
{
    [Fact]
    public void A_key_is_what_it_always_was() => GoldenFile.AssertIs("stored/keys.txt", string.Join('\n', StoredKeys.Lines));

    [Fact]
    public async Task A_story_leaves_the_rows_it_always_left()
    {
        await using var memory = ImportScene.Memory();
        var tables = new RecordingTableStore(memory);
        await using var community = await Community.OpenAsync(tables, keys: "golden");
        await TellAsync(community);
        await community.SettleAsync();

        // Rows of operations are cleaned up after a while: they count as they were written.
        var written = tables.Calls.SelectMany(call => call.Changes.OfType<RowChange.Insert>()
                .Where(change => change.Row.StartsWith("x|", StringComparison.Ordinal))
                .Select(change => (call.Table, Row: new TableRow(call.Partition, change.Row, change.Columns, ""))))
            .DistinctBy(each => (each.Row.Partition, each.Row.Row));
        var lines = written.Select(each => LineOf(each.Table, each.Row)).ToHashSet(StringComparer.Ordinal);
        foreach (var table in new[] { StoreKeys.Core, StoreKeys.Log, StoreKeys.KeyValue })
            lines.UnionWith((await MainJobAssertions.RowsAsync(memory, table)).Select(row => LineOf(table, row)));
        GoldenFile.AssertIs("stored/rows.txt", string.Join('\n', lines.Order(StringComparer.Ordinal)));
    }

    /// <summary>Every act a person can do, and every moment that comes by itself.</summary>
    private static async Task TellAsync(Community community)
    {
        var (ava, dora) = (community.Person("Ava Stone", "Europe/Berlin"), community.Person("Dora Dane", "Europe/Berlin"));
        var grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");

        // Reminded, accepted, asked twice, thanked.
        await community.AskAsync(ava);
        await community.PassAsync(TimeSpan.FromHours(26));
        await community.AcceptAsync(grace);
        await community.PassAsync(TimeSpan.FromDays(3));
        await community.PressAsync(ava, "Not yet");
        await community.PassAsync(TimeSpan.FromDays(4));
        await community.ThankAsync(ava, (await community.PressAsync(ava, "We met")).Form());

        await community.PressAsync(grace, "Ava may ask me again");

        // Declined with a pause, no match, other topics, closed; the pause ends.
        await community.PassAsync(TimeSpan.FromDays(7));
        await community.AskAsync(dora);
        await community.PressAsync(grace, "Not now, pause me 2 weeks");
        await community.NewsHourAsync(dora);
        await community.SubmitAsync(
            dora, FormIds.OtherTopics, (await community.IntrosOfAsync(dora))[0].Id.Value, (AskTemplate.Topics, "tents"));
        await community.NewsHourAsync(dora);
        await community.PressAsync(dora, "Close this ask");
        await community.PassAsync(TimeSpan.FromDays(15));

        // In the channel, let go of by a pause; blocked, withdrawn, discarded, lapsed.
        await community.AskInChannelAsync();
        var eve = community.Person("Eve Eden", "Europe/Berlin");
        var asked = await community.AskAsync(eve);
        await community.CommandAsync(grace, "pause");
        await community.NewsHourAsync(eve);
        await community.CommandAsync(grace, "resume");
        await community.CommandAsync(grace, "block @Eve", eve);
        await community.CommandAsync(grace, "unblock @Eve", eve);
        await community.PressAsync(eve, new CardButton(ActionIds.Withdraw, asked.Id.Value, ""));
        await community.BeginInChatAsync(ava, "Somebody who has sewn tents for a living");
        await community.SayAsync(ava, "tents");
        await community.PassAsync(TimeSpan.FromDays(8));
        await community.CommandAsync(grace, "stop giving");
        await community.DispatchAsync(new Interaction.PersonLeft(grace, community.NextKey()));
    }

    private static string LineOf(string table, TableRow row) => string.Join(
        ' ', row.Columns.Where(column => column.Key != "DueRows").OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => column.Key == "Json" ? "Json" : $"{column.Key}={column.Value}")
            .Prepend($"{table} {row.Partition} {row.Row}"));
}
