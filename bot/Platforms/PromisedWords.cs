using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Chat;

namespace IntroBot.Platforms;

/// <summary>
/// Answers in the chat with the bot: kept before the acknowledgement, taken away once they are said, and said at the next start when the
/// program ended in between. Whoever says one has a claim to it: an instance that starts leaves to the living what is theirs.
/// </summary>
internal abstract class PromisedWords(string name, IShelf shelf, Afterwards afterwards, WallClock wall) : IHostedService
{
    private const string What = "say something in a chat";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How long a promise is left to a dead instance; an answer is said within a third of it, as a rule.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(25);

    /// <summary>An answer nobody waits for any more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>How often words are said of which nobody knows whether they arrived.</summary>
    private const int MostTries = 3;

    private readonly Claims claims = new(shelf, wall, Term);

    /// <summary>Answers to one person are said in the order of what they answer.</summary>
    private readonly PersonLines lines = new(afterwards);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        afterwards.Insist("find what an earlier run still owed", async token =>
        {
            var owed = (await shelf.ListAsync(name, token))
                .Select(item => (item.Key, Promise: Read(ClaimMark.WordsIn(item.Text)!)));
            foreach (var person in owed.GroupBy(each => (each.Promise.Workspace, each.Promise.User)))
            {
                TakeUp([.. person.OrderBy(each => each.Promise.At).Select(each => each.Key)]);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Promises to say words as the platform takes them; the same <paramref name="marker"/> again is the same promise.</summary>
    protected async Task SayAsync(string workspace, string user, string words, string marker, CancellationToken token)
    {
        var promise = Written(new Promise(workspace, user, words, wall.Now));
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {user} {marker}")))[..40];
        if (await claims.AddAsync(name, key, promise, token) is { } claim)
        {
            Join(claim, mayBeSaid: false);
            return;
        }

        TakeUp(key);
    }

    /// <summary>
    /// Says them; where they <paramref name="mayBeSaid"/> already, they are looked for first if the platform lets itself be looked at.
    /// </summary>
    protected abstract Task<CallResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token);

    /// <summary>Says what somebody promised to one person, each as soon as nobody has it, unless it is said by then.</summary>
    private void TakeUp(params IEnumerable<string> keys) => afterwards.Insist("take up what was promised", async token =>
    {
        foreach (var key in keys)
        {
            if (await claims.FreeAsync(name, key, afterwards.Stopping) is { } item
                && await claims.TakeAsync(name, item, ClaimMark.WordsIn(item.Text), token) is { } claim)
            {
                Join(claim, mayBeSaid: true);
            }
        }
    });

    private void Join(Claim claim, bool mayBeSaid)
    {
        var promise = Read(claim.Words!);
        lines.Join(promise.Workspace, promise.User, What, token => KeepAsync(claim, promise, mayBeSaid, token));
    }

    private async Task KeepAsync(Claim claim, Promise promise, bool mayBeSaid, CancellationToken token)
    {
        await using (claim)
        {
            for (var tries = 0; claim.IsOurs && tries < MostTries && promise.At + Stale > wall.Now;)
            {
                switch (await TryPostAsync(promise, claim.Key, mayBeSaid, token))
                {
                    case CallResult<string>.Later later:
                        await wall.WaitAsync(later.After < Longest ? later.After : Longest, afterwards.Stopping);
                        break;
                    case CallResult<string>.Unsure:
                        (mayBeSaid, tries) = (true, tries + 1);
                        break;
                    default:
                        tries = MostTries;
                        break;
                }
            }

            // What somebody else has by now is theirs to keep.
            if (claim.IsOurs)
            {
                await claim.LeaveAsync(null);
            }
        }
    }

    /// <summary>A store out of reach is a crowd at the door, too: the promise stands as long as somebody can wait for it.</summary>
    private async Task<CallResult<string>> TryPostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token)
    {
        try
        {
            return await PostAsync(promise, key, mayBeSaid, token);
        }
#pragma warning disable CA1031 // Whatever keeps us from saying it may be over in a minute; what is wrong for good goes stale.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            afterwards.Tell(What, failure);
            return new CallResult<string>.Later(Longest);
        }
    }

    private static Promise Read(string promise) => JsonSerializer.Deserialize(promise, PromiseJson.Default.Promise)!;

    private static string Written(Promise promise) => JsonSerializer.Serialize(promise, PromiseJson.Default.Promise);
}

/// <summary>Words that somebody waits for in their chat.</summary>
internal sealed record Promise(string Workspace, string User, string Words, DateTimeOffset At);

[JsonSerializable(typeof(Promise))]
internal sealed partial class PromiseJson : JsonSerializerContext;
