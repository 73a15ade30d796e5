using IntroBot.Chat.Interactions;
using IntroBot.Platforms;
using IntroBot.Playground.Community;

namespace IntroBot.Playground;

/// <summary>Delivers the bot's messages in the playground; a receipt is the id of the message.</summary>
public sealed class PlaygroundMessenger(Conversations conversations) : IMessenger
{
    public string Platform => "playground";

    public bool Serves(WorkspaceId workspace) => PlaygroundCast.IsPlayground(workspace);

    public async Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        if (ChatRoom.Of(envelope.Workspace, envelope.To) is not { } room)
        {
            return new Delivery.Refused("a recipient is not in the cast of the playground");
        }

        // A receipt is already a safe key, so that deriving the key again changes nothing.
        if (envelope.Replaces is { } receipt && await ReplaceAsync(room, receipt, envelope, token))
        {
            return new Delivery.Done(receipt);
        }

        var id = PlaygroundStoreNames.Safe(envelope.MessageId);
        await conversations.PostAsync(room, ChatMessage.Of(id, envelope.Card), token);
        return new Delivery.Done(id);
    }

    public async Task<Delivery> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token)
    {
        var id = PlaygroundStoreNames.Safe(messageId);
        return ChatRoom.Of(workspace, to) is { } room && await conversations.FindAsync(room, id, token) is not null
            ? new Delivery.Done(id)
            : new Delivery.Refused("the message does not exist");
    }

    private Task<bool> ReplaceAsync(ChatRoom room, string receipt, Envelope envelope, CancellationToken token) => conversations.ChangeAsync(
        room, receipt,
        message => message.Applied.Contains(envelope.MessageId) ? message : message.Replaced(envelope.Card, envelope.MessageId), token);
}
