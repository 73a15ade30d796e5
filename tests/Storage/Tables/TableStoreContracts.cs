using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.AzureTables;

namespace IntroBot.Tests.Storage.Tables;

public sealed class SqliteFileContract : TableStoreContract
{
    private readonly TemporaryFolder folder = new();

    protected override ITableStore Make() => new SqliteTableStore(folder.File("introbot.db"), Table);

    protected override async ValueTask ClearAsync()
    {
        await ((SqliteTableStore)Store).DisposeAsync();
        folder.Dispose();
    }
}

public sealed class SqliteMemoryContract : TableStoreContract
{
    protected override ITableStore Make() => new SqliteTableStore($"Data Source={Table};Mode=Memory;Cache=Shared", Table);

    protected override ValueTask ClearAsync() => ((SqliteTableStore)Store).DisposeAsync();
}

[Collection(nameof(Azurite))]
public sealed class AzureTablesContract(Azurite azurite) : TableStoreContract
{
    protected override ITableStore Make() => new AzureTableStore(azurite.ConnectionString, Table);

    protected override ValueTask ClearAsync() => ValueTask.CompletedTask;
}
