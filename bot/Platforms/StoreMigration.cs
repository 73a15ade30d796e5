namespace IntroBot.Platforms;

/// <summary>
/// Moves into the queue what an older version kept in a collection of its own. What an instance of that version is at is left to it until
/// its claim is over.
/// </summary>
internal sealed class StoreMigration(IKeyValueStore store, IWorkQueue queue, BackgroundTasks background, [SystemClock] TimeProvider clock)
{
    /// <param name="name">The collection.</param>
    /// <param name="read">What an item without its claim asks for; throws where this version cannot tell.</param>
    public void Move(string name, Func<StoredItem, MigratedWork> read) =>
        background.RunUntilSuccess($"move {name} into the queue", token => MoveAsync(name, read, token));

    private async Task MoveAsync(string name, Func<StoredItem, MigratedWork> read, CancellationToken token)
    {
        while (true)
        {
            var found = await store.ListAsync(name, token);
            var free = found.Where(item => !(FormerClaim.UntilOf(item) > clock.GetUtcNow())).ToArray();
            foreach (var (item, work) in free.SelectMany(Read).OrderBy(each => each.Work.At))
            {
                await queue.AddAsync(work.Owner, item.Key, work.Work, token);
                await store.RemoveAsync(name, item, token);
            }

            if (found.Count == free.Length)
            {
                return;
            }

            var until = found.Except(free).Max(item => FormerClaim.UntilOf(item)!.Value);
            await Task.Delay(until - clock.GetUtcNow(), clock, background.Stopping);
        }

        // What cannot be read waits for a version that can.
        IEnumerable<(StoredItem Item, MigratedWork Work)> Read(StoredItem item)
        {
            try
            {
                return [(item, read(item with { Text = FormerClaim.WordsIn(item) ?? "" }))];
            }
            catch (JsonException failure)
            {
                background.LogFailure($"read an item of {name}", failure);
                return [];
            }
        }
    }
}

/// <summary>What an item of a collection asked for, of whom, and since when.</summary>
internal sealed record MigratedWork(WorkOwner Owner, QueuedWork Work, DateTimeOffset At);
