using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Storage.Tables;

/// <summary>What every store promises, run on each of them.</summary>
public abstract partial class TableStoreContract : IAsyncLifetime
{
    protected const string Partition = "T1|r|abc";

    /// <summary>A table of this test alone.</summary>
    protected string Table { get; } = "T" + Guid.NewGuid().ToString("N");

    protected ITableStore Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract ITableStore Make();

    protected abstract ValueTask ClearAsync();

    public async ValueTask InitializeAsync()
    {
        Store = Make();
        await Store.OpenAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await ClearAsync();
        GC.SuppressFinalize(this);
    }

    protected static Dictionary<string, string> Columns(string text) => new() { ["Text"] = text };

    protected Task<WriteResult> WriteAsync(params RowChange[] changes) => Store.WriteAsync(Table, Partition, changes, Token);

    protected async Task<string> WrittenAsync(params RowChange[] changes) =>
        Assert.IsType<WriteResult.Written>(await WriteAsync(changes)).ETags[0];

    protected async Task<string?> TextAsync(string row) =>
        (await Store.FindAsync(Table, Partition, row, Token))?.Columns["Text"];

    protected async Task<string[]> RowsAsync(string from = "", string before = "~", int most = 5000) =>
        [.. (await Store.RangeAsync(Table, Partition, from, before, most, Token)).Select(row => row.Row)];
}
