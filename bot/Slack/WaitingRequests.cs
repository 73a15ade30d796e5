using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack;

/// <summary>
/// Requests set aside until Slack has said who made them: kept before the acknowledgement, which waits for nothing else. The key is Slack's
/// own id of the act, so that a second delivery finds the first.
/// </summary>
internal sealed class WaitingRequests(LateAnswers answers, PersonLines lines, IKeyValueStore store, BackgroundTasks background, WallClock wall)
    : OwedWork<WaitingRequest>(SlackStoreNames.Waiting, "answer what was set aside", Json, store, lines, background, wall)
{
    /// <summary>Requests of one workspace that wait at once, before the next have to do without.</summary>
    private const int MaxInTeam = 500;

    /// <summary>Characters of one row: as many as every kind of storage takes, with a claim before them.</summary>
    private const int MaxRowLength = 32_000;

    private static readonly JsonTypeInfo<WaitingRequest> Json =
        new SlackPayloadJson(UnescapedJson.Of(SlackPayloadJson.Default)).WaitingRequest;

    private readonly PersonLines lines = lines;
    private readonly WallClock wall = wall;

    /// <summary>Sets a request aside; false when it cannot be, since it is too long or too many wait.</summary>
    public async Task<bool> KeepAsync(SlackRequest request, string team, string user, string id, CancellationToken token)
    {
        var waiting = new WaitingRequest(team, user, wall.Now, request);
        if (lines.LengthIn(team) >= MaxInTeam || Written(waiting) is not { Length: <= MaxRowLength } row)
        {
            return false;
        }

        await KeepAsync(SlackIds.KeyOf(id), waiting, row, token);
        return true;
    }

    protected override Task<bool> TryAsync(WaitingRequest owed, Claim claim, bool mayBeDone, CancellationToken token) =>
        answers.AnswerAsync(owed, claim, token);

    /// <summary>Null for what cannot be written, such as half a character.</summary>
    private string? Written(WaitingRequest waiting)
    {
        try
        {
            return Write(waiting);
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
    [property: JsonPropertyName("request")] SlackRequest Request) : IOwed
{
    string IOwed.Workspace => Team;

    /// <summary>Where an answer can go for half an hour, if Slack said so; a secret.</summary>
    public string? ResponseUrl() => Request switch
    {
        SlackRequest.Typed typed => typed.Command.ResponseUrl,
        SlackRequest.Acted acted => acted.Payload.ResponseUrl,
        _ => null,
    };
}
