using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Chat;

namespace IntroBot.Platforms;

/// <summary>
/// Answers in the chat with the bot: kept before the acknowledgement, taken away once they are said, and said at the next start when the
/// program ended in between.
/// </summary>
internal abstract class PromisedWords(string name, IShelf shelf, Afterwards afterwards, WallClock wall) : IHostedService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>An answer nobody waits for any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private const int MostTries = 5;

    /// <summary>Answers to one person are said in the order of what they answer.</summary>
    private readonly PersonLines lines = new(afterwards);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        afterwards.Do("say what an earlier run still owed", async token =>
        {
            foreach (var item in await shelf.ListAsync(name, token))
            {
                if (JsonSerializer.Deserialize(item.Text, PromiseJson.Default.Promise) is { } promise)
                {
                    await KeepAsync(item.Key, promise, mayBeSaid: true, token);
                }
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Promises to say words as the platform takes them; the same <paramref name="marker"/> again is the same promise.</summary>
    protected async Task SayAsync(string workspace, string user, string words, string marker, CancellationToken token)
    {
        var promise = new Promise(workspace, user, words, wall.Now);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {user} {marker}")))[..40];
        await shelf.PutAsync(name, key, JsonSerializer.Serialize(promise, PromiseJson.Default.Promise), token);
        lines.Join(workspace, user, "say something in a chat", late => KeepAsync(key, promise, mayBeSaid: false, late));
    }

    /// <summary>
    /// Says them; where they <paramref name="mayBeSaid"/> already, they are looked for first if the platform lets itself be looked at.
    /// </summary>
    protected abstract Task<CallResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token);

    private async Task KeepAsync(string key, Promise promise, bool mayBeSaid, CancellationToken token)
    {
        for (var tries = 0; tries < MostTries && promise.At + Stale > wall.Now; tries++)
        {
            switch (await PostAsync(promise, key, mayBeSaid, token))
            {
                case CallResult<string>.Later later:
                    await wall.WaitAsync(later.After < Longest ? later.After : Longest, token);
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
}

/// <summary>Words that somebody waits for in their chat.</summary>
internal sealed record Promise(string Workspace, string User, string Words, DateTimeOffset At);

[JsonSerializable(typeof(Promise))]
internal sealed partial class PromiseJson : JsonSerializerContext;
