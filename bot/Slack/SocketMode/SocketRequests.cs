using IntroBot.Slack.Inbound;

namespace IntroBot.Slack.SocketMode;

/// <summary>One message of a socket; <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.</summary>
internal sealed record SocketEnvelope(string? Type, string? EnvelopeId, string? Reason, bool? AcceptsResponsePayload, JsonElement? Payload);

/// <summary>What Slack hears back; the payload is what the body would be over HTTP.</summary>
internal sealed record SocketAcknowledgement(string EnvelopeId, JsonElement? Payload);

/// <summary>Reads what came by a socket as the request it would be over HTTP, and writes the answer.</summary>
internal static class SocketRequests
{
    /// <summary>Null when it makes no sense.</summary>
    public static SlackRequest? Read(SocketEnvelope envelope)
    {
        if (envelope.Payload is not { ValueKind: JsonValueKind.Object } payload)
        {
            return null;
        }

        try
        {
            return envelope.Type switch
            {
                "slash_commands" when payload.Deserialize(SlackPayloadJson.Default.SlashCommand) is { } command =>
                    new SlackRequest.Typed(command),
                "interactive" when payload.Deserialize(SlackPayloadJson.Default.InteractionPayload) is { } acted =>
                    new SlackRequest.Acted(acted),
                "events_api" when payload.Deserialize(SlackPayloadJson.Default.EventEnvelope) is { } happened =>
                    new SlackRequest.Happened(happened),
                _ => new SlackRequest.Other(),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Acknowledge(SocketEnvelope envelope, SlackAnswer answer)
    {
        using var body = envelope.AcceptsResponsePayload is true && answer is SlackAnswer.Json json ? JsonDocument.Parse(json.Body) : null;
        return JsonSerializer.SerializeToUtf8Bytes(
            new SocketAcknowledgement(envelope.EnvelopeId!, body?.RootElement), SocketJson.Default.SocketAcknowledgement);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SocketEnvelope))]
[JsonSerializable(typeof(SocketAcknowledgement))]
internal sealed partial class SocketJson : JsonSerializerContext;
