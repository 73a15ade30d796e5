using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Storage;

/// <summary>The shelf on a real store.</summary>
public sealed class TableKeyValueStoreTests : IAsyncDisposable
{
    private readonly SqliteTableStore store = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);

    [Theory, InlineData(1), InlineData(100), InlineData(250)]
    public async Task A_shelf_is_cleared_whole_and_alone(int items)
    {
        await store.OpenAsync(CancellationToken.None);
        var shelf = new TableKeyValueStore(store);
        for (var item = 0; item < items; item++) await shelf.PutAsync("seen.1", $"Ev{item}", "", CancellationToken.None);
        await shelf.PutAsync("seen.10", "Ev1", "kept", CancellationToken.None);

        await shelf.ClearAsync("seen.1", CancellationToken.None);

        Assert.Empty(await shelf.ListAsync("seen.1", CancellationToken.None));
        var kept = Assert.Single(await shelf.ListAsync("seen.10", CancellationToken.None));
        Assert.Equal(("Ev1", "kept"), (kept.Key, kept.Text));
    }

    [Fact]
    public async Task An_item_is_replaced_and_taken_away_only_as_it_was_last_written()
    {
        await store.OpenAsync(CancellationToken.None);
        var shelf = new TableKeyValueStore(store);
        var first = await shelf.AddAsync("promised", "one", "words", CancellationToken.None);
        Assert.Equal(first, await shelf.ReadAsync("promised", "one", CancellationToken.None));
        Assert.Equal(first, Assert.Single(await shelf.ListAsync("promised", CancellationToken.None)));
        Assert.Null(await shelf.AddAsync("promised", "one", "others", CancellationToken.None));

        var second = await shelf.ReplaceAsync("promised", first!, "words", CancellationToken.None);
        Assert.NotEqual(first, second);
        Assert.Null(await shelf.ReplaceAsync("promised", first!, "others", CancellationToken.None));
        Assert.False(await shelf.RemoveAsync("promised", first!, CancellationToken.None));
        Assert.Equal(second, await shelf.ReadAsync("promised", "one", CancellationToken.None));

        Assert.True(await shelf.RemoveAsync("promised", second!, CancellationToken.None));
        Assert.Null(await shelf.ReadAsync("promised", "one", CancellationToken.None));
        Assert.Null(await shelf.ReplaceAsync("promised", second!, "others", CancellationToken.None));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
