using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Words in the bot's own chat, and where it was mentioned or chosen from a menu; answered privately wherever others read along.</summary>
internal sealed class TeamsMessages(
    Admission admission, TeamsPeople people, TeamsNames names, TeamsPlaces places, Dispatcher dispatcher, TeamsReplies replies, TeamsActions actions, TeamsHomes homes, ConnectorClient connector, Afterwards afterwards)
{
    /// <summary>Elsewhere the home has a place of its own; here it is a message that others have pushed up.</summary>
    public const string HomeWord = "home";

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
            case Entry.Open { Actor: var actor } when spot is Spot.Chat && activity.Text?.Trim() is { } word && word.Equals(HomeWord, StringComparison.OrdinalIgnoreCase):
                await homes.BringDownAsync(actor.Tenant, actor.Id, token);
                return InvokeResponse.Ok;
            case Entry.Open { Actor: var actor }:
                if (spot is Spot.Mention { Place: var place })
                {
                    await places.LearnChannelAsync(actor.Tenant, activity.Conversation!.ConversationType == "channel" ? place with { Name = activity.ChannelData?.Channel?.Name, Team = activity.ChannelData?.Team?.Id } : place, token);
                }

                var mentioned = await people.PeopleInAsync(actor.Tenant, activity, token);
                var said = new Interaction.MessageSent(actor.Person, actor.KeyOf(activity.Id!), TeamsText.Read(activity, mentioned), [.. mentioned.Values]) { BySteward = actor.LooksAfter };
                if (CommandParser.Parse(said.Text, said.Mentioned) is Command.Block { Called: { Length: > 0 } name } && await names.FindAsync(actor.Tenant, name, token) is { } meant)
                {
                    said = said with { Mentioned = [meant] };
                }

                return await replies.ShowAsync(await dispatcher.DispatchAsync(said, token), actor, spot, said.Key, token);
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
        : new Spot.Mention(place, activity.Recipient?.IsTargeted is true ? null : activity.Id);

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
