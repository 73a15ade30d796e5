namespace IntroBot.Storage.Export;

/// <summary>The number of rows moved, in total and for each table.</summary>
internal sealed record RowCounts(long Core = 0, long Due = 0, long Log = 0, long KeyValue = 0)
{
    public long Rows => Core + Due + Log + KeyValue;

    public RowCounts WithOneOf(string table) => table switch
    {
        StoreKeys.Core => this with { Core = Core + 1 },
        StoreKeys.Due => this with { Due = Due + 1 },
        StoreKeys.Log => this with { Log = Log + 1 },
        _ => this with { KeyValue = KeyValue + 1 },
    };

    public override string ToString() =>
        FormattableString.Invariant($"{Rows} rows: {Core} of Core, {Due} of Due, {Log} of Log, {KeyValue} of Shelf");
}
