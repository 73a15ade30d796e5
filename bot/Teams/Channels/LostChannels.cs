using IntroBot.Stewards;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Channels;

/// <summary>
/// Forgets channels in which the bot cannot speak any more. Where one of them is the givers' channel, the stewards whom the bot knows hear
/// it by message, once.
/// </summary>
internal sealed class LostChannels(
    TeamsConversations conversations, ISettingsStore settings, TeamsPeople people, TeamsOptions options, TeamsAnswers answers)
{
    /// <summary>Forgets a channel, or all channels of a team that has this id.</summary>
    public async Task ForgetAsync(string tenant, string channelOrTeam, CancellationToken token)
    {
        var chosen = (await settings.FindAsync(TeamsIds.Workspace(tenant), token)).OfferChannel;
        if (chosen.Length > 0
            && await conversations.ChannelAsync(tenant, chosen, token) is { } channel
            && (channel.Conversation == channelOrTeam || channel.Team == channelOrTeam))
        {
            await TellStewardsAsync(tenant, chosen, ChannelNames.LabelOf(channel), token);
        }

        await conversations.ForgetChannelsAsync(tenant, channelOrTeam, token);
    }

    /// <summary>The revision of the channel's row tells one loss from the next, however often Teams tells of it.</summary>
    private async Task TellStewardsAsync(string tenant, string channel, string name, CancellationToken token)
    {
        var words = OutboundActivity.Of(SettingsCards.ChannelGone(name));
        var marker = $"lost-{channel}-{await conversations.RevisionAsync(tenant, channel, token)}";
        foreach (var steward in (await people.AllAsync(tenant, token)).Where(each => options.IsSteward(each.Id, each.SignInName)))
        {
            await answers.SayAsync(new TeamsUserRef(tenant, steward.Id), words, marker, token);
        }
    }
}
