using System.Collections.Concurrent;

namespace IntroBot.Platforms;

/// <summary>
/// Answers of this process to what was delivered to it lately, so that a second delivery gets the same; a bounded cache in front of the
/// idempotency keys that are kept. <paramref name="isSettled"/> tells answers that need no second try.
/// </summary>
internal sealed class RecentAnswers<TAnswer>(Func<TAnswer, bool> isSettled)
    where TAnswer : class
{
    /// <summary>The newest: minutes of a lively community, and a few kilobytes each.</summary>
    private const int MaxCount = 1_000;

    private readonly ConcurrentDictionary<string, Task<TAnswer>> recent = new();
    private readonly ConcurrentQueue<string> inOrder = new();

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

    private void Remember(string key)
    {
        inOrder.Enqueue(key);
        if (inOrder.Count > MaxCount && inOrder.TryDequeue(out var oldest))
        {
            recent.TryRemove(oldest, out _);
        }
    }
}
