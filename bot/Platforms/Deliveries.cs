using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntroBot.Chat;

namespace IntroBot.Platforms;

/// <summary>
/// Deals once with what a platform delivers more than once, within two hours and to any instance, also at the same moment.
/// <paramref name="name"/> is the shelf on which deliveries are remembered, by day: until when one is left to the instance that is at
/// it, and nothing once it is dealt with. <paramref name="isSettled"/> tells answers that need no second try.
/// </summary>
internal sealed class Deliveries<TAnswer>(
    string name, TAnswer before, Func<TAnswer, bool> isSettled, IShelf shelf, Afterwards afterwards, WallClock wall)
    where TAnswer : class
{
    /// <summary>Answers remembered in this process, the newest: minutes of a lively community, and a few kilobytes each.</summary>
    private const int MostRemembered = 1_000;

    /// <summary>
    /// How long into a day (UTC) a delivery may be a second one of the day before: Slack tries for an hour, Teams for minutes.
    /// </summary>
    private static readonly TimeSpan SmallHours = TimeSpan.FromHours(2);

    /// <summary>Days before yesterday whose deliveries are taken away; more than one, for days on which nothing ran.</summary>
    private const int DaysSwept = 7;

    /// <summary>How long an instance that began to deal with one is waited for; it may have died over it.</summary>
    private static readonly TimeSpan LongestDealing = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private const string DealtWith = "";

    private readonly ConcurrentDictionary<string, Task<TAnswer>> recent = new();
    private readonly ConcurrentQueue<string> inOrder = new();
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
        if ((now.UtcDateTime.TimeOfDay < SmallHours && await shelf.FindAsync(ShelfOf(now.AddDays(-1)), key, token) is DealtWith)
            || !await BeginAsync(ShelfOf(now), key, token))
        {
            return again ?? before;
        }

        try
        {
            var made = await answer();
            await (isSettled(made) ? shelf.PutAsync(ShelfOf(now), key, DealtWith, token) : shelf.RemoveAsync(ShelfOf(now), key, token));
            return made;
        }
        catch
        {
            await shelf.RemoveAsync(ShelfOf(now), key, token);
            throw;
        }
    });

    /// <summary>Whether it is ours to deal with; where another instance is at it, told when that one is done, or cannot be any more.</summary>
    private async Task<bool> BeginAsync(string day, string key, CancellationToken token)
    {
        while (true)
        {
            var mine = (wall.Now + LongestDealing).ToString("O", CultureInfo.InvariantCulture);
            if (await shelf.AddAsync(day, key, mine, token))
            {
                return true;
            }

            switch (await shelf.FindAsync(day, key, token))
            {
                case DealtWith:
                    return false;
                case { } until when DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) > wall.Now:
                    await wall.WaitAsync(BetweenLooks, token);
                    break;
                case { } until when await shelf.ReplaceAsync(day, key, until, mine, token):
                    return true;
            }
        }
    }

    private string ShelfOf(DateTimeOffset day) => DailyShelf.Of(name, day);

    /// <summary>An id of theirs as a key of ours, whatever stands in it.</summary>
    private static string KeyOf(string id) => id.Length <= 60 && id.All(char.IsAsciiLetterOrDigit)
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

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
        afterwards.Do("forget old deliveries", async token =>
        {
            for (var day = 2; day < 2 + DaysSwept; day++)
            {
                await shelf.ClearAsync(ShelfOf(now.AddDays(-day)), token);
            }
        });
    }
}
