using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Words in the bot's own chat, and where it was mentioned or chosen from a menu; answered privately wherever others read along.</summary>
internal sealed class TeamsMessages(
    Admission admission, TeamsPeople people, TeamsPlaces places, Dispatcher dispatcher, TeamsReplies replies, TeamsActions actions, TeamsHomes homes, ConnectorClient connector, Afterwards afterwards)
{
    private const int LongestText = 12_000;

    public async Task<InvokeResponse> HearAsync(Activity activity, CancellationToken token)
    {
        if (string.IsNullOrEmpty(activity.Text) && activity.Value is not null)
        {
            // The button of a client that knows no Action.Execute says its data without a word.
            return await actions.AnswerAsync(activity, token);
        }

        var spot = SpotOf(activity);
        switch (await admission.AdmitAsync(activity, token))
        {
            case Entry.Open { Actor: var actor } when activity.Text is { Length: > LongestText }:
                return await replies.SayAsync(AdmissionCards.TooLong, actor, spot, activity.Id!, token);
            case Entry.Open { Actor: var actor }:
                if (spot is Spot.Mention { Place: var place })
                {
                    await places.LearnChannelAsync(actor.Tenant, activity.Conversation!.ConversationType == "channel" ? place with { Name = activity.ChannelData?.Channel?.Name, Team = activity.ChannelData?.Team?.Id } : place, token);
                }

                var mentioned = await people.PeopleInAsync(actor.Tenant, activity, token);
                var said = new Interaction.MessageSent(actor.Person, actor.KeyOf(activity.Id!), TeamsText.Read(activity, mentioned), [.. mentioned.Values]) { BySteward = actor.LooksAfter };
                var answer = await replies.ShowAsync(await dispatcher.DispatchAsync(said, token), actor, spot, said.Key, token);
                homes.Refresh(actor.Tenant, actor.Id);
                return answer;
            case Entry.Closed closed:
                SayWhereTheySpoke(activity, closed.Why);
                return InvokeResponse.Ok;
            case Entry.NotNow:
                SayWhereTheySpoke(activity, AdmissionCards.Unknown);
                return InvokeResponse.Ok;
            default:
                return InvokeResponse.Ok;
        }
    }

    private static Spot SpotOf(Activity activity) => activity.Conversation?.ConversationType is "personal" || ConversationReference.Of(activity) is not { } place
        ? new Spot.Chat()
        : new Spot.Mention(place);

    /// <summary>To somebody who is not let in no more is promised than this one word, to them alone.</summary>
    private void SayWhereTheySpoke(Activity activity, Card why)
    {
        if (ConversationReference.Of(activity) is not { } place)
        {
            return;
        }

        var isAlone = activity.Conversation?.ConversationType is "personal";
        var words = OutboundActivity.Of(why) with { Recipient = isAlone ? null : new ChannelAccount { Id = activity.From!.Id, IsTargeted = true } };
        afterwards.Do("say why somebody is not let in", late => connector.SendAsync(place.ServiceUrl, place.Conversation, words.Write(), isTargeted: !isAlone, late));
    }
}
