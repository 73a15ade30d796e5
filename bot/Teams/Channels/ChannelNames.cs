using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Channels;

/// <summary>
/// The channels that can be chosen, by the names people know them by. Events often tell only ids: names that are missing are looked up
/// once, and kept.
/// </summary>
internal sealed class ChannelNames(ConnectorClient connector, TeamsConversations conversations, [SystemClock] TimeProvider clock)
{
    private const string General = "General";

    /// <summary>Timeout of all lookups together; a channel that has no name by then is called by what is known of it.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<ChannelOption>> OptionsAsync(string tenant, CancellationToken token)
    {
        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        var teams = (await conversations.ChannelsAsync(tenant, token)).GroupBy(channel => channel.Team);
        var named = await Task.WhenAll(teams.Select(team => NamedAsync(tenant, team.Key, [.. team], both.Token)));
        return [.. named.SelectMany(each => each)
            .Select(channel => new ChannelOption(channel.Conversation, LabelOf(channel)))
            .OrderBy(option => option.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A channel as people know it, as far as its names are known.</summary>
    public static string LabelOf(ConversationReference channel) => (channel.TeamName, OwnNameOf(channel)) switch
    {
        ({ } team, { } name) => $"{team} › {name}",
        ({ } team, null) => $"A channel of {team}",
        (null, { } name) => name,
        (null, null) => "A channel",
    };

    private static bool IsGeneral(ConversationReference channel) => channel.Conversation == channel.Team;

    /// <summary>An older version kept the team's name as that of its general channel.</summary>
    private static string? OwnNameOf(ConversationReference channel) =>
        IsGeneral(channel) && channel.TeamName is { } team && (channel.Name is null || channel.Name == team) ? General : channel.Name;

    private async Task<IEnumerable<ConversationReference>> NamedAsync(
        string tenant, string? team, IReadOnlyList<ConversationReference> channels, CancellationToken token)
    {
        if (team is null || channels.All(channel => channel.TeamName is not null && OwnNameOf(channel) is not null))
        {
            return channels;
        }

        try
        {
            var teamName = channels.FirstOrDefault(channel => channel.TeamName is not null)?.TeamName
                ?? (await connector.TeamAsync(channels[0].ServiceUrl, team, token) is SendResult<NamedId>.Sent { Value.Name: { } told }
                    ? told
                    : null);
            var names = channels.All(channel => channel.Name is not null || IsGeneral(channel))
                ? []
                : await NamesAsync(channels[0].ServiceUrl, team, token);
            var named = channels
                .Select(channel => channel with
                {
                    TeamName = teamName ?? channel.TeamName,
                    Name = channel.Name ?? names.GetValueOrDefault(channel.Conversation),
                })
                .ToList();
            foreach (var channel in named)
            {
                await conversations.LearnChannelAsync(tenant, channel, CancellationToken.None);
            }

            return named;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return channels;
        }
    }

    private async Task<ImmutableDictionary<string, string>> NamesAsync(string service, string team, CancellationToken token) =>
        await connector.ChannelsAsync(service, team, token) is SendResult<TeamChannels>.Sent { Value.Conversations: var told }
            ? told.Where(channel => channel is { Id: not null, Name: not null })
                .DistinctBy(channel => channel.Id)
                .ToImmutableDictionary(channel => channel.Id!, channel => channel.Name!)
            : ImmutableDictionary<string, string>.Empty;
}
