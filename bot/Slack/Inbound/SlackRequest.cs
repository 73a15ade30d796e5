using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Slack.Inbound;

/// <summary>What Slack wants, already verified: the same whether it came by HTTP or by a socket.</summary>
[JsonDerivedType(typeof(Typed), "typed")]
[JsonDerivedType(typeof(Acted), "acted")]
[JsonDerivedType(typeof(Happened), "happened")]
public abstract record SlackRequest
{
    private const int MaxFields = 64;

    private SlackRequest() { }

    /// <summary>Words after <c>/intro</c>.</summary>
    public sealed record Typed([property: JsonPropertyName("command")] SlashCommand Command) : SlackRequest;

    /// <summary>A click, a form, or words typed in a menu.</summary>
    public sealed record Acted([property: JsonPropertyName("payload")] InteractionPayload Payload) : SlackRequest;

    /// <summary>Something happened in the workspace.</summary>
    public sealed record Happened([property: JsonPropertyName("envelope")] EventEnvelope Envelope) : SlackRequest;

    /// <summary>Slack makes sure that the address is ours.</summary>
    public sealed record Verification(string Challenge) : SlackRequest;

    /// <summary>Well-formed, and nothing for us.</summary>
    public sealed record Other : SlackRequest;

    /// <summary>Reads the body of a request whose signature was checked; null when it is no request of Slack's at all.</summary>
    public static SlackRequest? Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        try
        {
            return IsForm(contentType) ? ReadForm(System.Text.Encoding.UTF8.GetString(body.Span))
                : IsJson(contentType) ? ReadEvent(body)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool IsForm(string? contentType) =>
        contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsJson(string? contentType) =>
        contentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is true;

    private static SlackRequest? ReadForm(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in new QueryStringEnumerable(body))
        {
            fields[field.DecodeName().ToString()] = field.DecodeValue().ToString();
            if (fields.Count > MaxFields)
            {
                return null;
            }
        }

        if (Field("ssl_check") is not null)
        {
            return new Other();
        }

        if (Field("payload") is { } payload)
        {
            return JsonSerializer.Deserialize(payload, SlackPayloadJson.Default.InteractionPayload) is { } acted ? new Acted(acted) : null;
        }

        return Field("command") is null
            ? null
            : new Typed(new SlashCommand
            {
                TeamId = Field("team_id"),
                EnterpriseId = Field("enterprise_id"),
                ChannelId = Field("channel_id"),
                UserId = Field("user_id"),
                Command = Field("command"),
                Text = Field("text"),
                ResponseUrl = Field("response_url"),
                TriggerId = Field("trigger_id"),
            });

        string? Field(string name) => fields.GetValueOrDefault(name);
    }

    private static SlackRequest? ReadEvent(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, SlackPayloadJson.Default.EventEnvelope) switch
        {
            { Type: "url_verification", Challenge: { } challenge } => new Verification(challenge),
            { Type: "event_callback" } envelope => new Happened(envelope),
            null => null,
            _ => new Other(),
        };
}
