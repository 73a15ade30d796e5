using System.Security.Cryptography;
using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// Where the bot may speak: the chat of each person with it, and the channels it was added to; learned from whatever comes from there.
/// </summary>
internal sealed class TeamsConversations(IKeyValueStore store, [SystemClock] TimeProvider clock)
{
    /// <summary>Teams allows 50 characters for a channel and 256 for a team.</summary>
    private const int MaxNameLength = 120;

    private readonly KnownPeople<ConversationReference> chats = new(
        TeamsStoreNames.Chats, TeamsProfileJson.Default.ConversationReference, store, clock);

    /// <summary>An older version could take the chat of two people for the person's own; there nobody is reached.</summary>
    public async Task<ConversationReference?> ChatAsync(TeamsUserRef user, CancellationToken token) =>
        await chats.FindAsync(user.Tenant, user.Id, token) is { } chat && !ConversationKinds.IsBetweenPeople(chat.Conversation)
            ? chat
            : null;

    /// <summary>An older version took chats for channels; no giver is asked in one.</summary>
    public async Task<ConversationReference?> ChannelAsync(string tenant, string channel, CancellationToken token) =>
        !ConversationKinds.IsChat(channel)
            && await store.FindAsync(TeamsStoreNames.Channels(tenant), KeyOf(channel), token) is { } text
                ? Read(text)
                : null;

    /// <summary>Changes whenever a channel is learned anew; null for one that is not known.</summary>
    public async Task<string?> RevisionAsync(string tenant, string channel, CancellationToken token) =>
        (await store.ReadAsync(TeamsStoreNames.Channels(tenant), KeyOf(channel), token))?.Revision;

    /// <summary>Learns the chat with a person, or its new address.</summary>
    public async Task LearnChatAsync(TeamsUserRef user, ConversationReference chat, CancellationToken token)
    {
        if (await ChatAsync(user, token) != chat)
        {
            await chats.SaveAsync(user.Tenant, user.Id, chat, token);
        }
    }

    /// <summary>Learns the new address of the connector for the chat with a person, if it is known.</summary>
    public async Task RefreshChatAsync(TeamsUserRef user, string service, CancellationToken token)
    {
        if (await ChatAsync(user, token) is { } known && known.ServiceUrl != service)
        {
            await chats.SaveAsync(user.Tenant, user.Id, known with { ServiceUrl = service }, token);
        }
    }

    /// <summary>Learns a channel, with its name and team where they are told; whether it was unknown until now.</summary>
    public async Task<bool> LearnChannelAsync(string tenant, ConversationReference channel, CancellationToken token)
    {
        var bare = Bare(channel);
        var known = await ChannelAsync(tenant, bare.Conversation, token);
        if (known is null)
        {
            var (channels, key) = (TeamsStoreNames.Channels(tenant), KeyOf(bare.Conversation));
            return await store.AddAsync(channels, key, Written(bare), token) is not null;
        }

        await UpdateAsync(tenant, known, bare, token);
        return false;
    }

    /// <summary>Learns the new address or name of a channel, if the bot was added to it.</summary>
    public async Task RefreshChannelAsync(string tenant, ConversationReference channel, CancellationToken token)
    {
        var bare = Bare(channel);
        if (await ChannelAsync(tenant, bare.Conversation, token) is { } known)
        {
            await UpdateAsync(tenant, known, bare, token);
        }
    }

    /// <summary>Gives all known channels of a team its new name.</summary>
    public async Task RenameTeamAsync(string tenant, string team, string name, CancellationToken token)
    {
        foreach (var channel in (await ChannelsAsync(tenant, token)).Where(each => each.Team == team || each.Conversation == team))
        {
            // Of a general channel an older version kept the team's name.
            var own = channel.Conversation == team ? null : channel.Name;
            await PutChannelAsync(tenant, channel with { Name = own, Team = team, TeamName = NameOf(name) ?? channel.TeamName }, token);
        }
    }

    /// <summary>The channels that can be chosen, by name.</summary>
    public async Task<IReadOnlyList<ConversationReference>> ChannelsAsync(string tenant, CancellationToken token) =>
        [.. (await PlacesAsync(tenant, token)).Where(place => !ConversationKinds.IsChat(place.Conversation))];

    /// <summary>Where a tenant is reached, as far as any channel tells.</summary>
    public async Task<string?> ServiceAsync(string tenant, CancellationToken token) =>
        await PlacesAsync(tenant, token) is [{ ServiceUrl: var service }, ..] ? service : null;

    public Task ForgetChatAsync(TeamsUserRef user, CancellationToken token) => chats.ForgetAsync(user.Tenant, user.Id, token);

    /// <summary>Forgets a channel, and every other of the team that has this id.</summary>
    public async Task ForgetChannelsAsync(string tenant, string channelOrTeam, CancellationToken token)
    {
        foreach (var channel in await PlacesAsync(tenant, token))
        {
            if (channel.Conversation == channelOrTeam || channel.Team == channelOrTeam)
            {
                await store.RemoveAsync(TeamsStoreNames.Channels(tenant), KeyOf(channel.Conversation), token);
            }
        }
    }

    /// <summary>What is not told stays as it was.</summary>
    private async Task UpdateAsync(string tenant, ConversationReference known, ConversationReference told, CancellationToken token)
    {
        var now = told with { Name = told.Name ?? known.Name, Team = told.Team ?? known.Team, TeamName = told.TeamName ?? known.TeamName };
        if (known != now)
        {
            await PutChannelAsync(tenant, now, token);
        }
    }

    private async Task<IReadOnlyList<ConversationReference>> PlacesAsync(string tenant, CancellationToken token) =>
        [.. (await store.ListAsync(TeamsStoreNames.Channels(tenant), token))
            .Select(item => Read(item.Text))
            .OfType<ConversationReference>()
            .OrderBy(channel => channel.Name, StringComparer.OrdinalIgnoreCase)];

    private Task PutChannelAsync(string tenant, ConversationReference channel, CancellationToken token) =>
        store.PutAsync(TeamsStoreNames.Channels(tenant), KeyOf(channel.Conversation), Written(channel), token);

    /// <summary>A channel without a thread, with ids and names that can be kept.</summary>
    private static ConversationReference Bare(ConversationReference channel) => channel with
    {
        Conversation = TeamsIds.WithoutThread(channel.Conversation),
        Name = NameOf(channel.Name),
        Team = TeamsIds.IsId(channel.Team) ? channel.Team : null,
        TeamName = NameOf(channel.TeamName),
    };

    private static string? NameOf(string? told) =>
        VisibleText.ShortenLine(VisibleText.CleanLine(told ?? ""), MaxNameLength) is { Length: > 0 } name ? name : null;

    private static string Written(ConversationReference place) =>
        JsonSerializer.Serialize(place, TeamsProfileJson.Default.ConversationReference);

    private static ConversationReference? Read(string text) =>
        JsonSerializer.Deserialize(text, TeamsProfileJson.Default.ConversationReference);

    /// <summary>An id of Teams' as a key of ours, whatever stands in it.</summary>
    private static string KeyOf(string conversation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)))[..32];
}
