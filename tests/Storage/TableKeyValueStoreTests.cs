using IntroBot.Storage.Commits;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Storage;

/// <summary>Collections on a real store.</summary>
public sealed class TableKeyValueStoreTests : IAsyncDisposable
{
    private readonly SqliteTableStore store = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);

    [Theory, InlineData(1), InlineData(100), InlineData(250)]
    public async Task A_collection_is_cleared_whole_and_alone(int items)
    {
        await store.OpenAsync(CancellationToken.None);
        var keyValues = new TableKeyValueStore(store);
        for (var item = 0; item < items; item++) await keyValues.PutAsync("seen.1", $"Ev{item}", "", CancellationToken.None);
        await keyValues.PutAsync("seen.10", "Ev1", "kept", CancellationToken.None);

        await keyValues.ClearAsync("seen.1", CancellationToken.None);

        Assert.Empty(await keyValues.ListAsync("seen.1", CancellationToken.None));
        var kept = Assert.Single(await keyValues.ListAsync("seen.10", CancellationToken.None));
        Assert.Equal(("Ev1", "kept"), (kept.Key, kept.Text));
    }

    [Fact]
    public async Task An_item_is_replaced_and_taken_away_only_as_it_was_last_written()
    {
        await store.OpenAsync(CancellationToken.None);
        var keyValues = new TableKeyValueStore(store);
        var first = await keyValues.AddAsync("promised", "one", "words", CancellationToken.None);
        Assert.Equal(first, await keyValues.ReadAsync("promised", "one", CancellationToken.None));
        Assert.Equal(first, Assert.Single(await keyValues.ListAsync("promised", CancellationToken.None)));
        Assert.Null(await keyValues.AddAsync("promised", "one", "others", CancellationToken.None));

        var second = await keyValues.ReplaceAsync("promised", first!, "words", CancellationToken.None);
        Assert.NotEqual(first, second);
        Assert.Null(await keyValues.ReplaceAsync("promised", first!, "others", CancellationToken.None));
        Assert.False(await keyValues.RemoveAsync("promised", first!, CancellationToken.None));
        Assert.Equal(second, await keyValues.ReadAsync("promised", "one", CancellationToken.None));

        Assert.True(await keyValues.RemoveAsync("promised", second!, CancellationToken.None));
        Assert.Null(await keyValues.ReadAsync("promised", "one", CancellationToken.None));
        Assert.Null(await keyValues.ReplaceAsync("promised", second!, "others", CancellationToken.None));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
