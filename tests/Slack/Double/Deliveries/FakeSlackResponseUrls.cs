using System.Collections.Concurrent;
using System.Security.Cryptography;
using IntroBot.Tests.Slack.Double.WebApi;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>Response URLs: thirty minutes, five uses, and no token.</summary>
internal sealed class FakeSlackResponseUrls(FakeSlack slack)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    public const int Uses = 5;

    private readonly ConcurrentDictionary<string, ResponseUrl> slips = new(StringComparer.Ordinal);

    /// <param name="person">Who acted.</param>
    /// <param name="channel">Where they acted.</param>
    /// <param name="original">The message that held the button; a command has none.</param>
    public string Issue(FakeSlackPerson person, FakeSlackChannel channel, FakeSlackMessage? original = null)
    {
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        slips[id] = new ResponseUrl(person, channel, original, slack.Clock.GetUtcNow());
        return $"{slack.Address}response/{id}";
    }

    public async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var id = (string)context.Request.RouteValues["id"]!;
        slack.Note(new FakeSlackCall(
            FakeSlackFaults.ResponseUrl, new Dictionary<string, string> { ["body"] = body, ["id"] = id }, "", slack.Clock.GetUtcNow()));

        await FakeSlackFault.PlayAsync(slack.Faults.Take(FakeSlackFaults.ResponseUrl), context, () =>
        {
            lock (slack.Gate)
                return context.Request.HasJsonContentType() ? Answer(id, TestJson.Parsed(body)) : FakeSlackAnswer.No("invalid_payload");
        }, async answer =>
        {
            var error = answer.Text("error");
            context.Response.StatusCode = error switch
            {
                "" => StatusCodes.Status200OK,
                "expired_url" or "used_url" or "no_such_url" => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status400BadRequest,
            };
            await context.Response.WriteAsync(error.Length > 0 ? error : "ok");
        });
        slack.Changed();
    }

    /// <summary>Shows the message that a command was answered with, or that came by a response URL.</summary>
    internal void Show(FakeSlackPerson person, FakeSlackChannel channel, JsonNode? given)
    {
        var content = FakeSlackContent.Read(given);
        var isForAll = given.Text("response_type") == "in_channel";
        var message = new FakeSlackMessage(channel, slack.NextTs(), person.Workspace.Bot)
        {
            OnlyFor = isForAll ? null : person,
            Text = content.Text,
            ThreadTs = given.Text("thread_ts") is { Length: > 0 } thread ? thread : null,
        };
        message.Show(content.Blocks ?? []);
        if (isForAll) channel.Add(message);
        else person.Ephemerals = person.Ephemerals.Add(message);
    }

    private JsonObject Answer(string id, JsonNode? given)
    {
        if (!slips.TryGetValue(id, out var slip)) return FakeSlackAnswer.No("no_such_url");
        if (slack.Clock.GetUtcNow() - slip.At >= Life) return FakeSlackAnswer.No("expired_url");
        if (slip.Used >= Uses) return FakeSlackAnswer.No("used_url");
        if (given is not JsonObject) return FakeSlackAnswer.No("invalid_payload");
        slip.Used++;
        if (given.Flag("delete_original") && slip.Original is { } gone)
        {
            if (gone.OnlyFor is { } only) only.Ephemerals = only.Ephemerals.Remove(gone);
            else gone.Channel.Messages = gone.Channel.Messages.Remove(gone);
            return FakeSlackAnswer.Yes();
        }
        try
        {
            if (given.Flag("replace_original") && slip.Original is { } original) Replace(original, FakeSlackContent.Read(given));
            else Show(slip.Person, slip.Channel, given);
            return FakeSlackAnswer.Yes();
        }
        catch (FakeSlackUserErrorException complaint)
        {
            return FakeSlackAnswer.No(complaint.Message);
        }
    }

    private static void Replace(FakeSlackMessage original, FakeSlackContent content)
    {
        original.Text = content.Text;
        original.Show(content.Blocks ?? []);
    }

    private sealed class ResponseUrl(FakeSlackPerson person, FakeSlackChannel channel, FakeSlackMessage? original, DateTimeOffset at)
    {
        public FakeSlackPerson Person { get; } = person;

        public FakeSlackChannel Channel { get; } = channel;

        public FakeSlackMessage? Original { get; } = original;

        public DateTimeOffset At { get; } = at;

        public int Used { get; set; }
    }
}
