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

    private readonly BoundedCache<string, Task<TAnswer>> recent = new(MaxCount);

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

        try
        {
            var made = await answer();
            if (!isSettled(made))
            {
                recent.Remove(key);
            }

            mine.SetResult(made);
            return made;
        }
        catch (Exception failure)
        {
            recent.Remove(key);
            mine.SetException(failure);
            throw;
        }
    }
}
