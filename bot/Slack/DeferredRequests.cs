using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>
/// Requests set aside until Slack has said who made them: kept before the acknowledgement, which waits for nothing else. The key is Slack's
/// own id of the act, so that a second delivery finds the first.
/// </summary>
internal sealed class DeferredRequests(IWorkQueue queue, [SystemClock] TimeProvider clock)
{
    public const string Kind = "slack.request";

    /// <summary>Requests of one workspace that wait at once, before the next have to do without.</summary>
    private const int MaxInTeam = 500;

    /// <summary>Characters of one request; no person writes a longer one.</summary>
    private const int MaxBody = 32_000;

    private static readonly JsonTypeInfo<WaitingRequest> Json =
        new SlackPayloadJson(UnescapedJson.Of(SlackPayloadJson.Default)).WaitingRequest;

    /// <summary>Sets a request aside; false when it cannot be, since it is too long or too many wait.</summary>
    public async Task<bool> KeepAsync(SlackRequest request, SlackUserRef user, string id, CancellationToken token)
    {
        var owner = SlackAnswers.Owner(user);
        if (queue.CountIn(owner.Workspace, Kind) >= MaxInTeam
            || Written(new WaitingRequest(user.Team, user.Id, clock.GetUtcNow(), request)) is not { Length: <= MaxBody } body)
        {
            return false;
        }

        await queue.AddAsync(owner, $"deferred-{SlackIds.KeyOf(id)}", new QueuedWork(Kind, body), token);
        return true;
    }

    public static WaitingRequest Read(string body) => JsonSerializer.Deserialize(body, Json)!;

    /// <summary>Null for what cannot be written, such as half a character.</summary>
    private static string? Written(WaitingRequest waiting)
    {
        try
        {
            return JsonSerializer.Serialize(waiting, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A request, who made it, and since when it waits.</summary>
internal sealed record WaitingRequest(
    [property: JsonPropertyName("team")] string Team,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("request")] SlackRequest Request)
{
    /// <summary>Where the words of a person were said; null for whatever is no words.</summary>
    public ReplyTarget? Spoken() => Request is SlackRequest.Happened { Envelope: var envelope } ? SlackEvents.TargetOf(envelope) : null;

    /// <summary>Where an answer can go for half an hour, if Slack said so; a secret.</summary>
    public string? ResponseUrl() => Request switch
    {
        SlackRequest.Typed typed => typed.Command.ResponseUrl,
        SlackRequest.Acted acted => acted.Payload.ResponseUrl,
        SlackRequest.Happened or SlackRequest.Verification or SlackRequest.Other => null,
        _ => throw new UnreachableException(),
    };
}
