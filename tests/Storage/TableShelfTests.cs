using IntroBot.Chat;
using IntroBot.Storage;

namespace IntroBot.Tests.Storage;

/// <summary>The shelf on a real store.</summary>
public sealed class TableShelfTests : IAsyncDisposable
{
    private readonly SqliteTableStore store = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);

    [Theory, InlineData(1), InlineData(100), InlineData(250)]
    public async Task A_shelf_is_cleared_whole_and_alone(int items)
    {
        await store.OpenAsync(CancellationToken.None);
        var shelf = new TableShelf(store);
        for (var item = 0; item < items; item++) await shelf.PutAsync("seen.1", $"Ev{item}", "", CancellationToken.None);
        await shelf.PutAsync("seen.10", "Ev1", "kept", CancellationToken.None);

        await shelf.ClearAsync("seen.1", CancellationToken.None);

        Assert.Empty(await shelf.ListAsync("seen.1", CancellationToken.None));
        Assert.Equal(new ShelfItem("Ev1", "kept"), Assert.Single(await shelf.ListAsync("seen.10", CancellationToken.None)));
    }

    [Fact]
    public async Task Words_are_replaced_only_where_they_still_stand()
    {
        await store.OpenAsync(CancellationToken.None);
        var shelf = new TableShelf(store);
        await shelf.PutAsync("promised", "one", "first", CancellationToken.None);

        Assert.True(await shelf.ReplaceAsync("promised", "one", "first", "second", CancellationToken.None));
        Assert.False(await shelf.ReplaceAsync("promised", "one", "first", "third", CancellationToken.None));
        Assert.False(await shelf.ReplaceAsync("promised", "two", "first", "third", CancellationToken.None));
        Assert.Equal("second", await shelf.FindAsync("promised", "one", CancellationToken.None));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
