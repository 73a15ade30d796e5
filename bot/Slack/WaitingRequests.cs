using System.Text.Encodings.Web;
using System.Text.Json;
using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>
/// Requests set aside until Slack has said who made them: kept before the acknowledgement, which waits for nothing else, taken away once
/// they are answered, and taken up at the next start when the program ended in between.
/// </summary>
/// <remarks>
/// The key is Slack's own id of the act, so that a second delivery finds the first. A program that ends between answering and taking away
/// answers twice, as may two programs that are at it in the same moment: the story knows the interaction by the same key and does nothing a
/// second time; at worst the same words are said again.
/// </remarks>
internal sealed class WaitingRequests(LateAnswers answers, PersonLines lines, IShelf shelf, Afterwards afterwards, WallClock wall)
    : IHostedService
{
    /// <summary>Requests of one workspace that wait at once, before the next have to do without.</summary>
    private const int MostInTeam = 500;

    /// <summary>Characters of one row: as many as every kind of storage takes.</summary>
    private const int LongestRow = 32_000;

    private const string What = "answer what was set aside";

    // Never put into a page: letters of every script stay one character each, so that words fit into a row.
    private static readonly SlackPayloadJson Json = new(
        new JsonSerializerOptions(SlackPayloadJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Sets a request aside; false when it cannot be, since it is too long or too many wait.</summary>
    public async Task<bool> KeepAsync(SlackRequest request, string team, string user, string id, CancellationToken token)
    {
        var waiting = new WaitingRequest(team, user, wall.Now, request);
        if (lines.LengthIn(team) >= MostInTeam || Written(waiting) is not { Length: <= LongestRow } row)
        {
            return false;
        }

        var key = SlackIds.KeyOf(id);
        await shelf.PutAsync(SlackShelves.Waiting, key, row, token);
        TakeUp(key, waiting);
        return true;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        afterwards.Insist("take up what an earlier run set aside", async token =>
        {
            var left = (await shelf.ListAsync(SlackShelves.Waiting, token))
                .Select(item => (item.Key, Request: JsonSerializer.Deserialize(item.Text, Json.WaitingRequest)!));
            foreach (var (key, waiting) in left.OrderBy(each => each.Request.At))
            {
                TakeUp(key, waiting);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void TakeUp(string key, WaitingRequest waiting) => lines.Join(waiting.Team, waiting.User, What, async token =>
    {
        // Gone when it came twice, from Slack or from the shelf, and is answered already.
        if (await IsThereAsync() && await answers.AnswerAsync(waiting, key, IsThereAsync, token))
        {
            await shelf.RemoveAsync(SlackShelves.Waiting, key, token);
        }

        async Task<bool> IsThereAsync() => await shelf.FindAsync(SlackShelves.Waiting, key, token) is not null;
    });

    /// <summary>Null for what cannot be written, such as half a character.</summary>
    private static string? Written(WaitingRequest waiting)
    {
        try
        {
            return JsonSerializer.Serialize(waiting, Json.WaitingRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A request, who made it, and since when it waits.</summary>
internal sealed record WaitingRequest(string Team, string User, DateTimeOffset At, SlackRequest Request)
{
    /// <summary>Where an answer can go for half an hour, if Slack said so; a secret.</summary>
    public string? ResponseUrl() => Request switch
    {
        SlackRequest.Typed typed => typed.Command.ResponseUrl,
        SlackRequest.Acted acted => acted.Payload.ResponseUrl,
        _ => null,
    };
}
