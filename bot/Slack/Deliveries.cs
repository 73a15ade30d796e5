using System.Collections.Concurrent;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>
/// Deals once with what Slack delivers more than once: events are re-delivered when an acknowledgement is lost, for up to a day, to any
/// instance; <see href="https://docs.slack.dev/apis/events-api"/>.
/// </summary>
internal sealed class Deliveries(IShelf shelf, Afterwards afterwards, SlackClock wall)
{
    /// <summary>Answers remembered in this process, the newest; each is a few kilobytes at most.</summary>
    private const int MostRemembered = 5_000;

    /// <summary>Days before yesterday whose events are taken away; more than one, for days on which nothing ran.</summary>
    private const int DaysSwept = 7;

    private readonly ConcurrentDictionary<string, Task<SlackAnswer>> recent = new();
    private readonly ConcurrentQueue<string> inOrder = new();
    private DateOnly swept;

    /// <summary>The answer to a delivery: made now, or by the same delivery before. Where it fails, the next delivery tries again.</summary>
    public async Task<SlackAnswer> OnceAsync(string key, Func<Task<SlackAnswer>> answer)
    {
        var mine = new TaskCompletionSource<SlackAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = recent.GetOrAdd(key, mine.Task);
        if (first != mine.Task)
        {
            return await first;
        }

        Remember(key);
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
        Sweep(now);
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

    private void Remember(string key)
    {
        inOrder.Enqueue(key);
        if (inOrder.Count > MostRemembered && inOrder.TryDequeue(out var oldest))
        {
            recent.TryRemove(oldest, out _);
        }
    }

    /// <summary>Once a day, takes away what nobody delivers any more.</summary>
    private void Sweep(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (swept == today)
        {
            return;
        }

        swept = today;
        afterwards.Do("forget old events", async token =>
        {
            for (var day = 2; day < 2 + DaysSwept; day++)
            {
                var old = SlackShelves.Seen(now.AddDays(-day));
                foreach (var item in await shelf.ListAsync(old, token))
                {
                    await shelf.RemoveAsync(old, item.Key, token);
                }
            }
        });
    }
}
