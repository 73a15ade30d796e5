using IntroBot.Platforms;
using IntroBot.Playground.Community;

namespace IntroBot.Playground;

/// <summary>Delivers the bot's messages in the playground; a receipt is the id of the message.</summary>
public sealed class PlaygroundMessenger(Conversations conversations) : IMessenger
{
    public string Platform => "playground";

    public bool Serves(WorkspaceId workspace) => PlaygroundCast.IsPlayground(workspace);

    public async Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        if (ChatRoom.Of(envelope.Workspace, envelope.To) is not { } room)
        {
            return new SendResult<string>.Rejected("unknown_person", Concerns.Recipient);
        }

        // A receipt is already a safe key, so that deriving the key again changes nothing.
        if (envelope.Replaces is { } receipt && await ReplaceAsync(room, receipt, envelope, token))
        {
            return new SendResult<string>.Sent(receipt);
        }

        var id = PlaygroundStoreNames.Safe(envelope.MessageId);
        await conversations.PostAsync(room, ChatMessage.Of(id, envelope.Card), token);
        return new SendResult<string>.Sent(id);
    }

    public async Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token)
    {
        var id = PlaygroundStoreNames.Safe(messageId);
        return ChatRoom.Of(workspace, to) is { } room && await conversations.FindAsync(room, id, token) is not null
            ? new SendResult<string?>.Sent(id)
            : new SendResult<string?>.Sent(null);
    }

    private Task<bool> ReplaceAsync(ChatRoom room, string receipt, Envelope envelope, CancellationToken token) => conversations.ChangeAsync(
        room, receipt,
        message => message.Applied.Contains(envelope.MessageId) ? message : message.Replaced(envelope.Card, envelope.MessageId), token);
}
