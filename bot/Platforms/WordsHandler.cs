using System.Security.Cryptography;

namespace IntroBot.Platforms;

/// <summary>Answers that the acknowledgement can no longer carry, kept before it and said by whichever instance is there.</summary>
internal abstract partial class WordsHandler(string kind, IWorkQueue queue, TimeProvider clock, ILogger logger) : IWorkHandler
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>Maximum age of an answer.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>Maximum attempts for an answer whose outcome is unknown.</summary>
    private const int MaxAttempts = 3;

    public string Kind => kind;

    /// <summary>The idempotency key of an answer; it stands on the message where a platform lets it be looked for there.</summary>
    public static string KeyOf(string workspace, string user, string marker) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {user} {marker}")))[..40];

    public async Task<WorkResult> RunAsync(WorkItem item, CancellationToken token)
    {
        if (item.Since + MaxAge <= clock.GetUtcNow())
        {
            Log.TooOld(logger, kind, item.Label, item.Attempt);
            return new WorkResult.Done();
        }

        switch (await PostAsync(item, mayBeThere: item.Attempt > 1, token))
        {
            case SendResult<string>.RetryAfter { Delay: var after }:
                return new WorkResult.RetryAfter(after < MaxPause ? after : MaxPause);
            case SendResult<string>.Unknown when item.Attempt < MaxAttempts:
                return new WorkResult.Unknown();
            case SendResult<string>.Unknown:
                Log.Unknown(logger, kind, item.Label, item.Attempt);
                return new WorkResult.Done();
            case SendResult<string>.Rejected { Code: var code }:
                Log.Rejected(logger, kind, code, item.Label, item.Attempt);
                return new WorkResult.Done();
            case SendResult<string>.Sent:
                return new WorkResult.Done();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Whether an answer to this owner waits in this process.</summary>
    protected bool HasPending(WorkOwner owner) => queue.HasPending(owner, kind);

    protected Task<bool> AddAsync(WorkOwner owner, string key, string body, CancellationToken token) =>
        queue.AddAsync(owner, key, new QueuedWork(kind, body), token);

    /// <summary>
    /// Says them; where they <paramref name="mayBeThere"/> already, they are looked for first if the platform lets itself be looked at.
    /// </summary>
    protected abstract Task<SendResult<string>> PostAsync(WorkItem item, bool mayBeThere, CancellationToken token);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "An answer ({Kind}) was rejected, no retry ({Code}): {Item}, attempt {Attempt}")]
        public static partial void Rejected(ILogger logger, string kind, string code, string item, int attempt);

        [LoggerMessage(2, LogLevel.Warning, "An answer ({Kind}) ended in a timeout each time, no retry: {Item}, attempt {Attempt}")]
        public static partial void Unknown(ILogger logger, string kind, string item, int attempt);

        [LoggerMessage(3, LogLevel.Warning, "An answer ({Kind}) could not be sent for a day, no retry: {Item}, attempt {Attempt}")]
        public static partial void TooOld(ILogger logger, string kind, string item, int attempt);
    }
}
