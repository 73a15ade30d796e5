using IntroBot.Platforms;

namespace IntroBot.Slack.Inbound;

/// <summary>
/// By what an event is known again: a message by its conversation and its timestamp, however many events tell of it, and whatever else by
/// Slack's id of the event.
/// </summary>
/// <param name="Owner">The person it is about, or else the workspace.</param>
/// <param name="Id">What it is called in the keys of the story.</param>
/// <param name="IsAnswered">Whether the answer to it is kept under the same key.</param>
internal sealed record EventKey(WorkOwner Owner, string Id, bool IsAnswered)
{
    /// <summary>What the sender's own client calls the message, and no other message of theirs; null where it is not told.</summary>
    public string? ClientId { get; init; }

    /// <summary>The idempotency key under which it, or the answer to it, is kept.</summary>
    public string Row => IsAnswered
        ? SlackAnswers.KeyOf(SlackIds.Team(Owner.Workspace), Owner.User, MarkerOf(Owner.User, Id))
        : $"event-{SlackIds.KeyOf(Id)}";

    /// <summary>The marker of the answer to a message.</summary>
    public static string MarkerOf(string user, string id) => $"{user}!{id}";

    /// <summary>Null for what makes no sense.</summary>
    public static EventKey? Of(EventEnvelope envelope)
    {
        if (envelope is not { Event: { ValueKind: JsonValueKind.Object } happened, EventId: { Length: > 0 } id }
            || !SlackIds.IsTeam(envelope.InstalledTeam))
        {
            return null;
        }

        var user = Text(happened, "user") is { } named && SlackIds.IsPerson(named) ? named : "";
        var owner = new WorkOwner(SlackIds.Workspace(envelope.InstalledTeam!), user);
        if (user.Length == 0
            || Text(happened, "type") is not (SlackEvents.Message or SlackEvents.Mention)
            || Text(happened, "channel") is not { } channel)
        {
            return new EventKey(owner, id, IsAnswered: false);
        }

        var client = Text(happened, "client_msg_id") is { Length: > 0 } told ? told : null;
        return (Text(happened, "ts") is { Length: > 0 } ts ? ts : client) is { } name
            ? new EventKey(owner, $"{channel}-{name}", IsAnswered: true) { ClientId = client }
            : new EventKey(owner, id, IsAnswered: false);
    }

    /// <summary>An escape for half a character is valid JSON and no valid string; only reading it tells.</summary>
    public static string? Text(JsonElement happened, string name)
    {
        try
        {
            return happened.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
