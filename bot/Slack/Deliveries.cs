using System.Collections.Concurrent;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>
/// Deals once with what Slack delivers more than once: events are re-delivered when an acknowledgement is lost, for up to a day, to any
/// instance; <see href="https://docs.slack.dev/apis/events-api"/>.
/// </summary>
internal sealed class Deliveries(IShelf shelf, SlackClock wall)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, (Task<SlackAnswer> Answer, DateTimeOffset Since)> recent = new();
    private DateTimeOffset swept;

    /// <summary>The answer to a delivery: made now, or by the same delivery before. Where it fails, the next delivery tries again.</summary>
    public async Task<SlackAnswer> OnceAsync(string key, Func<Task<SlackAnswer>> answer)
    {
        Forget();
        var mine = new TaskCompletionSource<SlackAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (first, _) = recent.GetOrAdd(key, (mine.Task, wall.Now));
        if (first != mine.Task)
        {
            return await first;
        }

        SlackAnswer made = new SlackAnswer.Failed();
        try
        {
            return made = await answer();
        }
        finally
        {
            if (made is SlackAnswer.Failed)
            {
                recent.TryRemove(key, out _);
            }

            mine.SetResult(made);
        }
    }

    /// <summary>As above, also across instances and restarts.</summary>
    public Task<SlackAnswer> OnceForGoodAsync(string id, Func<Task<SlackAnswer>> answer, CancellationToken token) => OnceAsync(id, async () =>
    {
        var now = wall.Now;
        foreach (var day in (DateTimeOffset[])[now, now.AddDays(-1)])
        {
            if (await shelf.FindAsync(SlackShelves.Seen(day), id, token) is not null)
            {
                return new SlackAnswer.Empty();
            }
        }

        var made = await answer();
        if (made is not (SlackAnswer.Failed or SlackAnswer.Senseless))
        {
            await shelf.PutAsync(SlackShelves.Seen(now), id, "", token);
        }

        return made;
    });

    /// <summary>Takes away what nobody delivers any more.</summary>
    public async Task SweepAsync(CancellationToken token)
    {
        var now = wall.Now;
        if (swept.UtcDateTime.Date == now.UtcDateTime.Date)
        {
            return;
        }

        swept = now;
        for (var day = 0; day < 7; day++)
        {
            var shelfOfDay = SlackShelves.Seen(now - Kept - TimeSpan.FromDays(day));
            foreach (var item in await shelf.ListAsync(shelfOfDay, token))
            {
                await shelf.RemoveAsync(shelfOfDay, item.Key, token);
            }
        }
    }

    private void Forget()
    {
        var before = wall.Now - Remembered;
        foreach (var (key, kept) in recent)
        {
            if (kept.Since < before)
            {
                recent.TryRemove(key, out _);
            }
        }
    }
}
