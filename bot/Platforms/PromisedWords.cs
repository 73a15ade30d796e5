using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Chat;

namespace IntroBot.Platforms;

/// <summary>
/// Answers in the chat with the bot: kept before the acknowledgement, taken away once they are said, and said at the next start when the
/// program ended in between. Whoever is about to say one has it for a while: an instance that starts leaves it to those that live.
/// </summary>
internal abstract class PromisedWords(string name, IShelf shelf, Afterwards afterwards, WallClock wall) : IHostedService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How long a promise is left to whoever made it or took it up.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(25);

    /// <summary>Longer than a platform takes to answer; less of a lease is too little to begin with.</summary>
    private static readonly TimeSpan LongestSaying = TimeSpan.FromSeconds(15);

    /// <summary>An answer nobody waits for any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private const int MostTries = 5;

    /// <summary>Answers to one person are said in the order of what they answer.</summary>
    private readonly PersonLines lines = new(afterwards);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        afterwards.Do("say what an earlier run still owed", async token =>
        {
            foreach (var item in (await shelf.ListAsync(name, token)).OrderBy(item => Read(item.Text).HeldUntil))
            {
                if (Read(item.Text).HeldUntil - wall.Now is var left && left > TimeSpan.Zero)
                {
                    await wall.WaitAsync(left, token);
                }

                await KeepAsync(item.Key, item.Text, mayBeSaid: true, token);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Promises to say words as the platform takes them; the same <paramref name="marker"/> again is the same promise.</summary>
    protected async Task SayAsync(string workspace, string user, string words, string marker, CancellationToken token)
    {
        var promise = Written(new Promise(workspace, user, words, wall.Now) { HeldUntil = wall.Now + Lease });
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {user} {marker}")))[..40];
        await shelf.PutAsync(name, key, promise, token);
        lines.Join(workspace, user, "say something in a chat", late => KeepAsync(key, promise, mayBeSaid: false, late));
    }

    /// <summary>
    /// Says them; where they <paramref name="mayBeSaid"/> already, they are looked for first if the platform lets itself be looked at.
    /// </summary>
    protected abstract Task<CallResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token);

    private async Task KeepAsync(string key, string promise, bool mayBeSaid, CancellationToken token)
    {
        for (var tries = 0; tries < MostTries && Read(promise).At + Stale > wall.Now; tries++)
        {
            if (await HoldAsync(key, promise, TimeSpan.Zero, token) is not { } held)
            {
                return;
            }

            promise = held;
            switch (await PostAsync(Read(promise), key, mayBeSaid, token))
            {
                case CallResult<string>.Later later:
                    var wait = later.After < Longest ? later.After : Longest;
                    promise = await HoldAsync(key, promise, wait, token) ?? promise;
                    await wall.WaitAsync(wait, token);
                    break;
                case CallResult<string>.Unsure:
                    (mayBeSaid, tries) = (true, tries + 1);
                    break;
                default:
                    tries = MostTries;
                    break;
            }
        }

        await shelf.RemoveAsync(name, key, token);
    }

    /// <summary>The promise, ours for long enough to keep it after a wait; null when somebody else has it, or has kept it.</summary>
    private async Task<string?> HoldAsync(string key, string promise, TimeSpan wait, CancellationToken token)
    {
        if (Read(promise).HeldUntil > wall.Now + wait + LongestSaying)
        {
            return promise;
        }

        // Where the answer of the store was lost, the words that stand there tell that they are ours.
        var held = Written(Read(promise) with { HeldUntil = wall.Now + wait + Lease });
        return await shelf.ReplaceAsync(name, key, promise, held, token) || await shelf.FindAsync(name, key, token) == held ? held : null;
    }

    private static Promise Read(string promise) => JsonSerializer.Deserialize(promise, PromiseJson.Default.Promise)!;

    private static string Written(Promise promise) => JsonSerializer.Serialize(promise, PromiseJson.Default.Promise);
}

/// <summary>Words that somebody waits for in their chat.</summary>
internal sealed record Promise(string Workspace, string User, string Words, DateTimeOffset At)
{
    /// <summary>Until then it is somebody's to keep.</summary>
    public DateTimeOffset HeldUntil { get; init; }
}

[JsonSerializable(typeof(Promise))]
internal sealed partial class PromiseJson : JsonSerializerContext;
