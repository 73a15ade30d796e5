namespace IntroBot.Storage.Tables;

/// <summary>Extension methods for row changes.</summary>
internal static class RowChanges
{
    /// <summary>The columns the row will have; null for a delete.</summary>
    public static IReadOnlyDictionary<string, string>? Columns(this RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Columns,
        RowChange.Replace replace => replace.Columns,
        RowChange.Put put => put.Columns,
        RowChange.Delete => null,
        _ => throw new UnreachableException(),
    };
}
