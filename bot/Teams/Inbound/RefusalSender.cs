using IntroBot.Chat.Cards;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>Tells somebody who is not let in why not, where they spoke and to them alone.</summary>
internal sealed class RefusalSender(TeamsAnswers answers)
{
    public async Task SayAsync(Activity activity, Card why, CancellationToken token)
    {
        if (ConversationReference.Of(activity) is not { } place || ActivityKey.Of(activity) is not { } key)
        {
            return;
        }

        var isAlone = activity.Conversation?.ConversationType is "personal";
        var words = OutboundActivity.Of(why) with
        {
            Recipient = isAlone ? null : new ChannelAccount { Id = activity.From!.Id, IsTargeted = true },
        };
        await answers.SayAtAsync(key.Owner, place, to: null, isTargeted: !isAlone, words, key.Marker, token);
    }
}
