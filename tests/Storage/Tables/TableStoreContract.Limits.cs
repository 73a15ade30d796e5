using IntroBot.Storage.Tables;
using static IntroBot.Storage.Tables.RowChange;

namespace IntroBot.Tests.Storage.Tables;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task A_hundred_changes_are_written_and_one_more_is_refused()
    {
        await RefusedAsync("100", Rows(101));
        Assert.IsType<WriteResult.Written>(await WriteAsync(Rows(100)));
    }

    [Fact]
    public async Task A_row_is_changed_once_in_a_write() =>
        await RefusedAsync("twice", new Put("a", Columns("1")), new Delete("a"));

    [Fact]
    public async Task Keys_are_at_most_512_characters()
    {
        var (longest, longer) = (new string('k', TableLimits.KeyLength), new string('k', TableLimits.KeyLength + 1));
        await RefusedAsync("512", new Put(longer, Columns("1")));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(Table, longer, [new Put("a", Columns("1"))], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync(Table, Partition, longer, Token));

        Assert.IsType<WriteResult.Written>(await Store.WriteAsync(Table, longest, [new Put(longest, Columns("1"))], Token));
        Assert.NotNull(await Store.FindAsync(Table, longest, longest, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a'b")]
    [InlineData("a%b")]
    [InlineData("a+b")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("ä")]
    public async Task Keys_of_other_characters_are_refused(string key)
    {
        await RefusedAsync("key", new Put(key, Columns("1")));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(Table, key, [new Put("a", Columns("1"))], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync(Table, key, "a", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.RangeAsync(Table, key, "", "~", 1, Token));
    }

    [Fact]
    public async Task A_row_has_at_most_252_columns()
    {
        static Dictionary<string, string> Many(int count) => Enumerable.Range(0, count).ToDictionary(at => $"C{at}", at => $"{at}");
        await RefusedAsync("252", new Put("a", Many(253)));
        await WrittenAsync(new Put("a", Many(252)));
        Assert.Equal(Many(252), (await Store.FindAsync(Table, Partition, "a", Token))!.Columns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a-b")]
    [InlineData("a\"b")]
    [InlineData("Größe")]
    [InlineData("PartitionKey")]
    [InlineData("rowkey")]
    [InlineData("Timestamp")]
    [InlineData("ETag")]
    [InlineData("odata")]
    [InlineData("odata_etag")]
    public async Task Column_names_of_other_shapes_are_refused(string name) =>
        await RefusedAsync("column's name", new Put("a", new Dictionary<string, string> { [name] = "1" }));

    [Fact]
    public async Task Column_names_that_differ_in_case_only_are_refused() =>
        await RefusedAsync("case", new Put("a", new Dictionary<string, string> { ["Name"] = "1", ["name"] = "2" }));

    [Fact]
    public async Task A_value_has_at_most_32768_characters()
    {
        var longest = string.Concat(Enumerable.Repeat("ü\u4e2d👋", TableLimits.ValueLength / 4));
        await RefusedAsync("32768", new Put("a", Columns(longest + "x")));
        await WrittenAsync(new Put("a", Columns(longest)));
        Assert.Equal(longest, await TextAsync("a"));
    }

    [Fact]
    public async Task Half_a_character_is_refused() =>
        await RefusedAsync("half", new Put("a", Columns("👋"[..1])));

    [Fact]
    public async Task A_row_has_at_most_one_mebibyte()
    {
        var largest = Wide(TableLimits.RowBytes, Partition, "a");
        await RefusedAsync("1048576", new Put("ab", largest));
        await WrittenAsync(new Put("a", largest));
        Assert.Equal(largest, (await Store.FindAsync(Table, Partition, "a", Token))!.Columns);
    }

    [Fact]
    public async Task A_write_stays_below_four_mebibytes()
    {
        await RefusedAsync("4194304", Heavy(TableLimits.WriteBytes));
        Assert.IsType<WriteResult.Written>(await WriteAsync(Heavy(TableLimits.WriteBytes - 1)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    public async Task An_etag_that_stands_for_any_is_refused(string etag) =>
        await RefusedAsync("ETag", new Replace("a", Columns("1"), etag));

    [Theory]
    [InlineData("ab")]
    [InlineData("1Core")]
    [InlineData("My-Table")]
    [InlineData("tables")]
    public void Table_names_of_other_shapes_are_refused(string table) =>
        Assert.Throws<ArgumentException>(() => TableLimits.CheckTable(table));

    [Fact]
    public async Task A_table_the_store_was_not_made_with_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync("Other", Partition, "a", Token));

    private Task RefusedAsync(string limit, RowChange change) => RefusedAsync(limit, new Put("first", Columns("1")), change);

    private async Task RefusedAsync(string limit, params RowChange[] changes)
    {
        var beyond = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(changes));
        Assert.Contains(limit, beyond.Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
    }

    private static RowChange[] Rows(int count) => [.. Enumerable.Range(0, count).Select(at => new Insert($"r{at:D3}", Columns($"{at}")))];

    /// <summary>Columns that fill a row to exactly so many bytes.</summary>
    private static Dictionary<string, string> Wide(int bytes, string partition, string row)
    {
        var columns = Enumerable.Range(0, 15).ToDictionary(at => $"C{at}", _ => new string('x', TableLimits.ValueLength));
        columns["Rest"] = "";
        columns["Rest"] = new string('y', (int)(bytes - TableSizes.AtRest(partition, row, columns)) / 2);
        return columns;
    }

    /// <summary>A hundred changes that travel as exactly so many bytes.</summary>
    private static RowChange[] Heavy(int bytes)
    {
        var changes = Enumerable.Range(0, 100)
            .Select(at => new Put(
                $"r{at:D3}", new Dictionary<string, string> { ["One"] = new('x', 20_000), ["Two"] = new('x', 20_000) })).ToArray();
        var missing = (int)(bytes - changes.Sum(change => TableSizes.OnTheWire(Partition, change.Row, change.Columns)));
        var each = missing / changes.Length;
        return [.. changes.Select((change, at) => new Put(change.Row, new Dictionary<string, string>
        {
            ["One"] = change.Columns["One"],
            ["Two"] = change.Columns["Two"] + new string('x', each + (at < missing % changes.Length ? 1 : 0)),
        }))];
    }
}
