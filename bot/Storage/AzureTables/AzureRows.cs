using Azure;
using Azure.Data.Tables;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.AzureTables;

/// <summary>Maps rows to entities of Azure Table Storage; untyped entities only, because typed ones need reflection.</summary>
internal static class AzureRows
{
    private static readonly string[] NotColumns = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static TableRow Read(TableEntity entity)
    {
        var columns = new Dictionary<string, string>(entity.Count);
        foreach (var (name, value) in entity)
        {
            if (value is null || NotColumns.Contains(name) || name.StartsWith("odata", StringComparison.Ordinal)) continue;
            // IntroBot writes strings only; a number comes from an edit in a table browser.
            columns.Add(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
        return new TableRow(entity.PartitionKey, entity.RowKey, columns, entity.ETag.ToString());
    }

    public static TableTransactionAction Action(string partition, RowChange change) => change switch
    {
        RowChange.Insert => new(TableTransactionActionType.Add, Entity(partition, change)),
        RowChange.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, change), new ETag(replace.ETag)),
        RowChange.Put => new(TableTransactionActionType.UpsertReplace, Entity(partition, change)),
        RowChange.Delete delete =>
            new(TableTransactionActionType.Delete, Entity(partition, change), delete.ETag is { } etag ? new ETag(etag) : ETag.All),
        _ => throw new UnreachableException(),
    };

    private static TableEntity Entity(string partition, RowChange change)
    {
        var entity = new TableEntity(partition, change.Row);
        if (change.Columns() is { } columns)
            foreach (var (name, value) in columns) entity.Add(name, value);
        return entity;
    }
}
