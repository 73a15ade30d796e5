using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Platforms;

/// <summary>
/// Deals once with what a platform delivers more than once, within two hours and to any instance, also at the same moment.
/// <paramref name="name"/> is the shelf on which deliveries are remembered, by day: a claim while an instance is at one, and no
/// words once it is dealt with. <paramref name="isSettled"/> tells answers that need no second try.
/// </summary>
internal sealed class Deliveries<TAnswer>(
    string name, TAnswer before, Func<TAnswer, bool> isSettled, IKeyValueStore store, BackgroundTasks background, WallClock wall)
    where TAnswer : class
{
    /// <summary>Answers remembered in this process, the newest: minutes of a lively community, and a few kilobytes each.</summary>
    private const int MaxRemembered = 1_000;

    /// <summary>
    /// How long into a day (UTC) a delivery may be a second one of the day before: Slack tries for an hour, Teams for minutes.
    /// </summary>
    private static readonly TimeSpan SmallHours = TimeSpan.FromHours(2);

    /// <summary>Days before yesterday whose deliveries are taken away; more than one, for days on which nothing ran.</summary>
    private const int DaysSwept = 7;

    /// <summary>How long one that a dead instance was at is left to it: less than Teams waits for an answer.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(10);

    private const string DealtWith = "";

    private readonly ConcurrentDictionary<string, Task<TAnswer>> recent = new();
    private readonly ConcurrentQueue<string> inOrder = new();
    private readonly Claims claims = new(store, wall, Term);
    private DateOnly swept;

    /// <summary>
    /// The answer to a delivery: made now, or by the same delivery before. Where it failed, the next delivery tries again.
    /// </summary>
    public async Task<TAnswer> OnceAsync(string key, Func<Task<TAnswer>> answer)
    {
        var mine = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = recent.GetOrAdd(key, mine.Task);
        if (first != mine.Task)
        {
            return await first;
        }

        Remember(key);
        try
        {
            var made = await answer();
            if (!isSettled(made))
            {
                recent.TryRemove(key, out _);
            }

            mine.SetResult(made);
            return made;
        }
        catch (Exception failure)
        {
            recent.TryRemove(key, out _);
            mine.SetException(failure);
            throw;
        }
    }

    /// <summary>
    /// As above, also across instances and restarts, where what was answered
    /// is not known any more and <paramref name="again"/> stands for it.
    /// </summary>
    public Task<TAnswer> OnceForGoodAsync(
        string id, Func<Task<TAnswer>> answer, CancellationToken token, TAnswer? again = null) => OnceAsync(id, async () =>
    {
        var (now, key) = (wall.Now, KeyOf(id));
        Sweep(now);
        return await BeginAsync(now, key, token) is { } claim ? await DealWithAsync(claim, answer) : again ?? before;
    });

    private async Task<TAnswer> DealWithAsync(Claim claim, Func<Task<TAnswer>> answer)
    {
        TAnswer? made = null;
        try
        {
            await using (claim)
            {
                made = await answer();
                if (isSettled(made))
                {
                    await claim.LeaveAsync(DealtWith);
                }
            }
        }
#pragma warning disable CA1031 // What was done is stored, and stays true where the store did not take down that it came by this.
        catch (Exception failure) when (made is not null)
#pragma warning restore CA1031
        {
            background.LogFailure("take down what was dealt with", failure);
            return made;
        }

        return made;
    }

    /// <summary>Ours to deal with; null where it is dealt with, for which another instance that is at it is waited for.</summary>
    private async Task<Claim?> BeginAsync(DateTimeOffset now, string key, CancellationToken token)
    {
        if (now.UtcDateTime.TimeOfDay < SmallHours && await FreeAsync(ShelfOf(now.AddDays(-1)), key) is { Text: DealtWith })
        {
            return null;
        }

        while (true)
        {
            if (await claims.AddAsync(ShelfOf(now), key, null, token) is { } first)
            {
                return first;
            }

            switch (await FreeAsync(ShelfOf(now), key))
            {
                case { Text: DealtWith }:
                    return null;
                case { } left when await claims.TakeAsync(ShelfOf(now), left, null, token) is { } next:
                    return next;
            }
        }
    }

    /// <summary>A program that ends waits for nobody: the platform delivers again what it could not deal with.</summary>
    private Task<StoredItem?> FreeAsync(string day, string key) => claims.FreeAsync(day, key, background.Stopping);

    private string ShelfOf(DateTimeOffset day) => DailyShelf.Of(name, day);

    /// <summary>An id of theirs as a key of ours, whatever stands in it.</summary>
    private static string KeyOf(string id) => id.Length <= 60 && id.All(char.IsAsciiLetterOrDigit)
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    private void Remember(string key)
    {
        inOrder.Enqueue(key);
        if (inOrder.Count > MaxRemembered && inOrder.TryDequeue(out var oldest))
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
        background.Run("forget old deliveries", async token =>
        {
            for (var day = 2; day < 2 + DaysSwept; day++)
            {
                await store.ClearAsync(ShelfOf(now.AddDays(-day)), token);
            }
        });
    }
}
