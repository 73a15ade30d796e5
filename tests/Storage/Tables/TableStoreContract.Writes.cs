using IntroBot.Storage.Tables;
using static IntroBot.Storage.Tables.RowChange;

namespace IntroBot.Tests.Storage.Tables;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task A_row_that_is_not_there_is_null() => Assert.Null(await Store.FindAsync(Table, Partition, "none", Token));

    [Fact]
    public async Task An_inserted_row_is_read_as_written()
    {
        var etag = await WrittenAsync(new Insert("x|op", new Dictionary<string, string> { ["Text"] = "hello", ["State"] = "open" }));

        var row = await Store.FindAsync(Table, Partition, "x|op", Token);
        Assert.NotNull(row);
        Assert.Equal((Partition, "x|op", etag), (row.Partition, row.Row, row.ETag));
        Assert.Equal(new Dictionary<string, string> { ["Text"] = "hello", ["State"] = "open" }, row.Columns);
    }

    [Fact]
    public async Task A_second_insert_of_a_row_is_a_conflict_and_changes_nothing()
    {
        await WrittenAsync(new Insert("a", Columns("first")));

        Assert.Equal(new WriteResult.Conflict("a"), await WriteAsync(new Insert("a", Columns("second"))));
        Assert.Equal("first", await TextAsync("a"));
    }

    [Fact]
    public async Task A_replace_drops_the_columns_it_does_not_list()
    {
        var etag = await WrittenAsync(new Insert("a", new Dictionary<string, string> { ["Text"] = "1", ["Old"] = "gone" }));
        await WrittenAsync(new Replace("a", new Dictionary<string, string> { ["Text"] = "2", ["New"] = "here" }, etag));

        var row = await Store.FindAsync(Table, Partition, "a", Token);
        Assert.Equal(new Dictionary<string, string> { ["Text"] = "2", ["New"] = "here" }, row!.Columns);
    }

    [Fact]
    public async Task A_row_may_have_no_columns()
    {
        await WrittenAsync(new Insert("a", new Dictionary<string, string>()));
        Assert.Empty((await Store.FindAsync(Table, Partition, "a", Token))!.Columns);
    }

    [Fact]
    public async Task A_stale_etag_is_a_conflict_and_changes_nothing()
    {
        var stale = await WrittenAsync(new Insert("a", Columns("1")));
        await WrittenAsync(new Replace("a", Columns("2"), stale));

        Assert.Equal(new WriteResult.Conflict("a"), await WriteAsync(new Replace("a", Columns("3"), stale)));
        Assert.Equal(new WriteResult.Conflict("a"), await WriteAsync(new Delete("a", stale)));
        Assert.Equal("2", await TextAsync("a"));
    }

    [Fact]
    public async Task Replacing_or_deleting_a_missing_row_by_its_etag_is_a_conflict()
    {
        var etag = await WrittenAsync(new Insert("a", Columns("1")));
        await WrittenAsync(new Delete("a", etag));

        Assert.Equal(new WriteResult.Conflict("a"), await WriteAsync(new Replace("a", Columns("2"), etag)));
        Assert.Equal(new WriteResult.Conflict("a"), await WriteAsync(new Delete("a", etag)));
        Assert.Null(await Store.FindAsync(Table, Partition, "a", Token));
    }

    [Fact]
    public async Task A_put_writes_whether_or_not_the_row_is_there()
    {
        await WrittenAsync(new Put("a", new Dictionary<string, string> { ["Text"] = "1", ["Old"] = "gone" }));
        await WrittenAsync(new Put("a", Columns("2")));

        Assert.Equal(Columns("2"), (await Store.FindAsync(Table, Partition, "a", Token))!.Columns);
    }

    [Fact]
    public async Task Every_write_of_a_row_gives_a_new_etag_even_after_it_was_gone()
    {
        var etags = new List<string> { await WrittenAsync(new Insert("a", Columns("same"))) };
        etags.Add(await WrittenAsync(new Put("a", Columns("same"))));
        etags.Add(await WrittenAsync(new Replace("a", Columns("same"), etags[^1])));
        await WriteAsync(new Delete("a"));
        etags.Add(await WrittenAsync(new Insert("a", Columns("same"))));

        Assert.Equal(4, etags.Distinct().Count());
        Assert.DoesNotContain("", etags);
    }

    [Fact]
    public async Task Deleting_a_missing_row_without_an_etag_is_no_conflict_even_among_others()
    {
        await WrittenAsync(new Insert("there", Columns("1")));

        var result = await WriteAsync(new Delete("gone1"), new Insert("new", Columns("2")), new Delete("gone2"), new Delete("there"));

        var written = Assert.IsType<WriteResult.Written>(result);
        Assert.Equal(["", (await Store.FindAsync(Table, Partition, "new", Token))!.ETag, "", ""], written.ETags);
        Assert.Equal(["new"], await RowsAsync());
        Assert.IsType<WriteResult.Written>(await WriteAsync(new Delete("gone1")));
    }

    [Fact]
    public async Task A_row_in_the_way_is_named_and_nothing_of_the_write_is_stored()
    {
        var etag = await WrittenAsync(new Insert("root", Columns("1")));
        await WrittenAsync(new Insert("b2", Columns("in the way")));

        var result = await WriteAsync(new Delete("gone"), new Replace("root", Columns("2"), etag), new Insert("b1", Columns("new")),
            new Insert("b2", Columns("new")), new Put("b3", Columns("new")));

        Assert.Equal(new WriteResult.Conflict("b2"), result);
        Assert.Equal(["b2", "root"], await RowsAsync());
        Assert.Equal("1", await TextAsync("root"));
    }

    [Fact]
    public async Task Etags_come_back_in_the_order_of_the_changes()
    {
        var changes = Enumerable.Range(0, 7).Select(at => new Insert($"r{6 - at}", Columns($"{at}"))).ToArray<RowChange>();
        var written = Assert.IsType<WriteResult.Written>(await WriteAsync(changes));

        for (var at = 0; at < changes.Length; at++)
            Assert.Equal((await Store.FindAsync(Table, Partition, changes[at].Row, Token))!.ETag, written.ETags[at]);
    }

    [Fact]
    public async Task A_write_of_nothing_is_written() =>
        Assert.Empty(Assert.IsType<WriteResult.Written>(await WriteAsync()).ETags);

    [Fact]
    public async Task A_write_whose_caller_has_gone_is_not_done()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync(Table, Partition, [new Insert("a", Columns("1"))], new CancellationToken(canceled: true)));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Several_writes_are_written_in_their_order_and_the_last_tells_its_etags()
    {
        var result = await Store.WriteAllAsync([Of("a", Row("1")), Of("b"), Of("b", Row("1"), Row("2"))], Token);

        Assert.Equal(2, Assert.IsType<WriteResult.Written>(result).ETags.Count);
        Assert.NotNull(await Store.FindAsync(Table, "a", "1", Token));
        Assert.NotNull(await Store.FindAsync(Table, "b", "2", Token));
    }

    [Fact]
    public async Task Of_several_writes_nothing_is_written_from_the_first_conflict_on()
    {
        await Store.WriteAllAsync([Of("b", Row("2"))], Token);

        var result = await Store.WriteAllAsync(
            [Of("b", Row("1"), Row("2")), Of("c", Row("1"))], Token);

        Assert.Equal("2", Assert.IsType<WriteResult.Conflict>(result).Row);
        Assert.Null(await Store.FindAsync(Table, "b", "1", Token));
        Assert.Null(await Store.FindAsync(Table, "c", "1", Token));
    }

    private static Insert Row(string row) => new(row, Columns("words"));

    private PartitionWrite Of(string partition, params RowChange[] changes) => new(Table, partition, changes);
}
