using IntroBot.Storage.Tables;
using static IntroBot.Storage.Tables.RowChange;

namespace IntroBot.Tests.Storage.Tables;

public abstract partial class TableStoreContract
{
    [Fact]
    public async Task Of_200_rivals_with_one_etag_exactly_one_wins_and_only_its_rows_are_there()
    {
        for (var round = 0; round < 4; round++)
        {
            var partition = $"rivals|{round}";
            var root = await Store.WriteAsync(Table, partition, [new Insert("!", Columns("nobody"))], Token);
            var etag = Assert.IsType<WriteResult.Written>(root).ETags[0];

            var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(rival => Task.Run(() => Store.WriteAsync(
                Table, partition, [new Insert($"x|{rival:D3}", Columns("op")), new Replace("!", Columns($"{rival:D3}"), etag)], Token))));

            var winner = Assert.Single(Enumerable.Range(0, 200), rival => results[rival] is WriteResult.Written);
            var rows = await Store.RangeAsync(Table, partition, "", "~", 300, Token);
            Assert.Equal(["!", $"x|{winner:D3}"], rows.Select(row => row.Row));
            Assert.Equal($"{winner:D3}", rows[0].Columns["Text"]);
        }
    }

    [Fact]
    public async Task Of_50_inserts_of_one_row_exactly_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(rival => Task.Run(() => WriteAsync(new Insert("a", Columns($"{rival}"))))));

        var winner = Assert.Single(Enumerable.Range(0, 50), rival => results[rival] is WriteResult.Written);
        Assert.Equal($"{winner}", await TextAsync("a"));
    }

    [Fact]
    public async Task Readers_beside_writers_see_a_write_whole_or_not_at_all()
    {
        var writing = Task.Run(async () =>
        {
            for (var at = 0; at < 100; at++) await WriteAsync(new Put("a", Columns($"{at}")), new Put("b", Columns($"{at}")));
        }, Token);
        while (!writing.IsCompleted)
        {
            var rows = await Store.RangeAsync(Table, Partition, "", "~", 10, Token);
            Assert.True(rows.Select(row => row.Columns["Text"]).Distinct().Count() <= 1);
        }
        await writing;
    }
}
