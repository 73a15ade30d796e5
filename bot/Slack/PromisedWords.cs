using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>
/// Answers in the chat with the bot: kept before the acknowledgement, taken away once they are said, and said at the next start when the
/// program ended in between.
/// </summary>
internal sealed class PromisedWords(SlackChats chats, IShelf shelf, Afterwards afterwards, SlackClock wall) : IHostedService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>An answer nobody waits for any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private const int MostTries = 5;

    /// <summary>Answers to one person are said in the order of what they answer.</summary>
    private readonly PersonLines lines = new(afterwards);

    /// <summary>Promises to say a card; the same <paramref name="marker"/> again is the same promise.</summary>
    public async Task SayAsync(string team, string user, Card card, string marker, CancellationToken token)
    {
        var promise = new Promise(team, user, SlackWords.Of(card), wall.Now);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{team} {user} {marker}")))[..40];
        await shelf.PutAsync(SlackShelves.Promised, key, JsonSerializer.Serialize(promise, PromiseJson.Default.Promise), token);
        lines.Join(team, user, "say something in a chat", late => KeepAsync(key, promise, mayBeSaid: false, late));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        afterwards.Do("say what an earlier run still owed", async token =>
        {
            foreach (var item in await shelf.ListAsync(SlackShelves.Promised, token))
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

    private async Task KeepAsync(string key, Promise promise, bool mayBeSaid, CancellationToken token)
    {
        for (var tries = 0; tries < MostTries && promise.At + Stale > wall.Now; tries++)
        {
            switch (await chats.PostAsync(promise.Team, promise.User, promise.Words, key, mayBeSaid, token))
            {
                case SlackResult<string>.Later later:
                    await wall.WaitAsync(later.After < Longest ? later.After : Longest, token);
                    break;
                case SlackResult<string>.Unsure:
                    (mayBeSaid, tries) = (true, tries + 1);
                    break;
                default:
                    tries = MostTries;
                    break;
            }
        }

        await shelf.RemoveAsync(SlackShelves.Promised, key, token);
    }
}

/// <summary>Words that somebody waits for in their chat.</summary>
internal sealed record Promise(string Team, string User, SlackWords Words, DateTimeOffset At);

[JsonSerializable(typeof(Promise))]
internal sealed partial class PromiseJson : JsonSerializerContext;
