using IntroBot.Tests.Slack.Double.Rules;

namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>What a message is to say.</summary>
internal sealed record FakeSlackContent(string Text, JsonArray? Blocks, JsonObject? Metadata)
{
    /// <summary>Reads a message out of the arguments of a call; the refusal if it is none.</summary>
    public static JsonObject? Read(FakeSlackRequest ask, out FakeSlackContent content)
    {
        content = new FakeSlackContent(ask["text"], null, null);
        JsonArray? blocks = null;
        if (ask["blocks"].Length > 0)
        {
            blocks = TestJson.Parsed(ask["blocks"]) as JsonArray;
            if (blocks is null) return FakeSlackAnswer.No("invalid_blocks_format");
            if (blocks.Count > 0 && BlockKitRules.FaultsOfMessage(blocks.Element()) is { Count: > 0 } faults)
                return FakeSlackAnswer.No("invalid_blocks", faults);
        }
        if (ask["text"].Length == 0 && blocks is not { Count: > 0 }) return FakeSlackAnswer.No("no_text");

        JsonObject? metadata = null;
        if (ask["metadata"].Length > 0)
        {
            metadata = TestJson.Parsed(ask["metadata"]) as JsonObject;
            if (metadata is null) return FakeSlackAnswer.No("invalid_metadata_format");
            if (metadata.Count == 0) metadata = null;
            else if (metadata.Text("event_type").Length == 0 || metadata.At("event_payload") is not JsonObject)
                return FakeSlackAnswer.No("invalid_metadata_schema");
        }
        content = new FakeSlackContent(ask["text"], blocks, metadata);
        return null;
    }

    /// <summary>
    /// Reads the message that a command was answered with or a response URL was sent; complains of one that Slack would not show.
    /// </summary>
    public static FakeSlackContent Read(JsonNode? message)
    {
        if (message is not JsonObject) throw new FakeSlackUserErrorException($"This is no message: {message?.ToJsonString()}.");
        var blocks = message.At("blocks");
        if (blocks is not (null or JsonArray)) throw new FakeSlackUserErrorException("The blocks of the message are not a list.");
        if (blocks is JsonArray && BlockKitRules.FaultsOfMessage(blocks.Element()) is { Count: > 0 } faults)
            throw new FakeSlackUserErrorException($"The blocks of the message are invalid: {string.Join("; ", faults)}.");
        if (message.Text("text").Length == 0 && blocks is not JsonArray { Count: > 0 })
            throw new FakeSlackUserErrorException("The message says nothing.");
        return new FakeSlackContent(message.Text("text"), blocks as JsonArray, message.At("metadata") as JsonObject);
    }
}
