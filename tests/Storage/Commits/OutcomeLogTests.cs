using IntroBot.Storage;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;

namespace IntroBot.Tests.Storage.Commits;

public sealed class OutcomeLogTests
{
    [Fact]
    public async Task A_line_written_twice_is_there_once_and_a_person_can_read_it()
    {
        await using var store = new SqliteTableStore($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);
        await store.OpenAsync(CancellationToken.None);
        var grace = new PersonRef(new WorkspaceId("T1"), "U7");
        LogLines lines = new(4,
        [
            new(new DateTimeOffset(2026, 11, 30, 23, 59, 59, TimeSpan.Zero), LogEvent.Offered, "Offered", grace, "offer=1"),
            new(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), LogEvent.Expired, "Searching"),
        ]);
        await store.WriteAllAsync([.. OutcomeLog.Writes("T1|r|i1", [lines])], CancellationToken.None);
        await store.WriteAllAsync([.. OutcomeLog.Writes("T1|r|i1", [lines])], CancellationToken.None);

        var rows = await MainJobAssertions.RowsAsync(store, StoreKeys.Log);
        Assert.Equal(["T1|202611", "T1|202612"], rows.Select(row => row.Partition));
        Assert.Equal(
            "At=2026-11-30 23:59:59; Detail=offer=1; Event=Offered; Intro=i1; "
                + $"Person={StoreKeys.Who(grace)}; Stage=Offered; Workspace=T1",
            string.Join(
                "; ",
                rows[0].Columns.OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}")));
        Assert.DoesNotContain("Person", rows[1].Columns.Keys);
    }
}
