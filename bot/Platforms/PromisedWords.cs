using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IntroBot.Platforms;

/// <summary>Answers in the chat with the bot: promised before the acknowledgement, and said by whichever instance is there.</summary>
internal abstract class PromisedWords(string name, IKeyValueStore store, BackgroundTasks background, WallClock wall)
    : OwedWork<Promise>(name, What, Json, store, new PersonLines(background), background, wall)
{
    private const string What = "say something in a chat";

    private static readonly JsonTypeInfo<Promise> Json = new PromiseJson(UnescapedJson.Of(PromiseJson.Default)).Promise;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>An answer nobody waits for any more.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    /// <summary>How often words are said of which nobody knows whether they arrived.</summary>
    private const int MaxTries = 3;

    private readonly BackgroundTasks background = background;
    private readonly WallClock wall = wall;

    /// <summary>Promises to say words as the platform takes them; the same <paramref name="marker"/> again is the same promise.</summary>
    protected Task SayAsync(string workspace, string user, string words, string marker, CancellationToken token)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {user} {marker}")))[..40];
        var promise = new Promise(workspace, user, words, wall.Now);
        return KeepAsync(key, promise, Write(promise), token);
    }

    /// <summary>
    /// Says them; where they <paramref name="mayBeSaid"/> already, they are looked for first if the platform lets itself be looked at.
    /// </summary>
    protected abstract Task<SendResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token);

    protected sealed override async Task<bool> TryAsync(Promise owed, Claim claim, bool mayBeDone, CancellationToken token)
    {
        for (var tries = 0; tries < MaxTries && owed.At + MaxAge > wall.Now;)
        {
            switch (await TryPostAsync(owed, claim, mayBeDone, token))
            {
                case null:
                    return false;
                case SendResult<string>.RetryAfter { Delay: var after }:
                    var wait = after < Longest ? after : Longest;
                    claim.RestFor(wait);
                    await wall.WaitAsync(wait, background.Stopping);
                    break;
                case SendResult<string>.Unknown:
                    (mayBeDone, tries) = (true, tries + 1);
                    break;
                default:
                    tries = MaxTries;
                    break;
            }
        }

        return true;
    }

    /// <summary>
    /// Null where it is not ours to say. A store out of reach is a crowd at the door, too: the promise stands as long as somebody can wait
    /// for it.
    /// </summary>
    private async Task<SendResult<string>?> TryPostAsync(Promise promise, Claim claim, bool mayBeSaid, CancellationToken token)
    {
        try
        {
            return await claim.IsStillOursAsync(token) ? await PostAsync(promise, claim.Key, mayBeSaid, token) : null;
        }
#pragma warning disable CA1031 // Whatever keeps us from saying it may be over in a minute; what is wrong for good goes stale.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            background.LogFailure(What, failure);
            return new SendResult<string>.RetryAfter(Longest);
        }
    }
}

/// <summary>Words that somebody waits for in their chat.</summary>
internal sealed record Promise(
    [property: JsonPropertyName("Workspace")] string Workspace,
    [property: JsonPropertyName("User")] string User,
    [property: JsonPropertyName("Words")] string Words,
    [property: JsonPropertyName("At")] DateTimeOffset At) : IOwed;

[JsonSerializable(typeof(Promise))]
internal sealed partial class PromiseJson : JsonSerializerContext;
