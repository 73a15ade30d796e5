using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage.Work;

/// <summary>Writes what a session has completed.</summary>
internal sealed class SessionCloser(ITableStore tables)
{
    /// <summary>The due rows are deleted last, because they retry whatever is missing.</summary>
    public async Task CloseAsync(PartitionSession session, CancellationToken token)
    {
        var writes = new List<PartitionWrite>();
        while (session.TakeCompleted().ToArray() is { Length: > 0 } ended)
        {
            writes.Add(new PartitionWrite(StoreKeys.Core, session.Partition, ended));
        }

        await tables.WriteAllAsync(
            [.. writes, .. OutcomeLog.Writes(session.Partition, session.Log), .. DueIndex.Remove(session.Partition, session.DueRows)],
            token);
    }
}
