using IntroBot.Chat.Cards;
using IntroBot.Platforms;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Tells somebody who is not let in why not, where they spoke and to them alone; no more is promised to them than this one word.
/// </summary>
internal sealed class RefusalSender(ConnectorClient connector, BackgroundTasks background)
{
    public void Say(Activity activity, Card why)
    {
        if (ConversationReference.Of(activity) is not { } place)
        {
            return;
        }

        var isAlone = activity.Conversation?.ConversationType is "personal";
        var words = OutboundActivity.Of(why) with
        {
            Recipient = isAlone ? null : new ChannelAccount { Id = activity.From!.Id, IsTargeted = true },
        };
        background.Run(
            "say why somebody is not let in",
            late => connector.SendAsync(place.ServiceUrl, place.Conversation, words.Write(), isTargeted: !isAlone, late));
    }
}
