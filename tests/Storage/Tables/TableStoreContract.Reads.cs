using IntroBot.Storage.Tables;
using static IntroBot.Storage.Tables.RowChange;

namespace IntroBot.Tests.Storage.Tables;

public abstract partial class TableStoreContract
{
    /// <summary>In ordinal order, which is no language's order.</summary>
    private static readonly string[] Ordinal = ["!", "!m|1", "-", ".", "0", "10", "2", "A", "Z", "_", "a", "z", "|", "~"];

    [Fact]
    public async Task A_range_is_in_ordinal_order()
    {
        await WriteAsync([.. Ordinal.Reverse().Select(row => new Insert(row, Columns(row)))]);

        Assert.Equal(Ordinal, await RowsAsync(before: "~~"));
    }

    [Fact]
    public async Task A_range_begins_with_its_start_and_ends_before_its_end()
    {
        await WriteAsync([.. Ordinal.Select(row => new Insert(row, Columns(row)))]);

        Assert.Equal(["!", "!m|1"], await RowsAsync("!", "!~"));
        Assert.Equal(["10", "2"], await RowsAsync("1", "A"));
        Assert.Equal(["A"], await RowsAsync("A", "Z"));
        Assert.Empty(await RowsAsync("A", "A"));
        Assert.Empty(await RowsAsync("Z", "A"));
        Assert.Empty(await RowsAsync("", ""));
    }

    [Fact]
    public async Task A_range_gives_at_most_what_was_asked_for()
    {
        await WriteAsync([.. Ordinal.Select(row => new Insert(row, Columns(row)))]);

        Assert.Equal(["10", "2", "A"], await RowsAsync("1", "~", most: 3));
    }

    [Fact]
    public async Task A_range_stays_in_its_partition()
    {
        foreach (var partition in (string[])["T1|r|1", "T1|r|10", "T1|r|2"])
            await Store.WriteAsync(Table, partition, [new Insert("!", Columns(partition))], Token);

        var rows = await Store.RangeAsync(Table, "T1|r|1", "", "~", 10, Token);
        Assert.Equal("T1|r|1", Assert.Single(rows).Columns["Text"]);
        Assert.Empty(await Store.RangeAsync(Table, "T1|r|3", "", "~", 10, Token));
    }

    [Fact]
    public async Task A_range_and_a_scan_go_beyond_a_page_of_a_thousand()
    {
        for (var batch = 0; batch < 11; batch++)
            await WriteAsync([.. Enumerable.Range(batch * 100, 100).Select(at => new Insert($"{at:D4}", Columns($"{at}")))]);

        var all = Enumerable.Range(0, 1100).Select(at => $"{at:D4}").ToArray();
        Assert.Equal(all, await RowsAsync());
        Assert.Equal(all[..1050], await RowsAsync(most: 1050));
        Assert.Equal(all, await Store.ScanAsync(Table, Token).Select(row => row.Row).ToArrayAsync(Token));
    }

    [Fact]
    public async Task A_scan_gives_every_row_of_every_partition_once()
    {
        foreach (var partition in (string[])["b", "a", "c|1"])
            await Store.WriteAsync(Table, partition, [new Insert("1", Columns(partition)), new Insert("2", Columns(partition))], Token);

        var rows = await Store.ScanAsync(Table, Token)
            .Select(row => $"{row.Partition} {row.Row} {row.Columns["Text"]}")
            .ToArrayAsync(Token);
        Assert.Equal(["a 1 a", "a 2 a", "b 1 b", "b 2 b", "c|1 1 c|1", "c|1 2 c|1"], rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" leading and trailing ")]
    [InlineData("👩🏽‍🚀 family 👨‍👩‍👧‍👦 flag 🇦🇹")]
    [InlineData("שלום \u202Eright to left\u202C مرحبا")]
    [InlineData("'single' \"double\" `back` \\ / % _ ; -- DROP TABLE Core")]
    [InlineData("two\r\nlines\tand a tab")]
    [InlineData("{\"json\":[1,null]} <b>&amp;</b>")]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("12345678901234567890")]
    [InlineData("e\u0301 is not \u00e9, \uFEFF and \uFFFF stay")]
    [InlineData("before\0after")]
    public async Task A_value_comes_back_as_it_was(string value)
    {
        await WrittenAsync(new Insert("a", Columns(value)));
        Assert.Equal(value, await TextAsync("a"));
    }

    [Theory]
    [InlineData("!m|1~2.3_4-5")]
    [InlineData("act:o1:U2:accept")]
    public async Task Every_character_of_keys_can_be_written_read_and_deleted(string key)
    {
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(
            Table, key, [new Insert(key, Columns("1")), new Insert("b", Columns("2"))], Token));
        var found = await Store.FindAsync(Table, key, key, Token);
        Assert.Equal((key, key), (found!.Partition, found.Row));
        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Table, key, [new Delete(key, found.ETag)], Token));
        Assert.Null(await Store.FindAsync(Table, key, key, Token));
    }
}
