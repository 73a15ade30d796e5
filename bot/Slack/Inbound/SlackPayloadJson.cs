namespace IntroBot.Slack.Inbound;

/// <summary>Reads and writes what Slack sends and takes, by source generation; unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionPayload))]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(SpokenEvent))]
[JsonSerializable(typeof(PersonEvent))]
[JsonSerializable(typeof(RevokedEvent))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(WaitingRequest))]
internal sealed partial class SlackPayloadJson : JsonSerializerContext;
