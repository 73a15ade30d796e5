using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntroBot.Chat;

namespace IntroBot.Teams;

/// <summary>Where the bot may speak: the chat of each person with it, and the channels it was added to; learned from whatever comes from there.</summary>
internal sealed class TeamsPlaces(IShelf shelf)
{
    public Task<ConversationReference?> ChatAsync(string tenant, string person, CancellationToken token) => FindAsync(TeamsShelves.Chats(tenant), person, token);

    public Task<ConversationReference?> ChannelAsync(string tenant, string channel, CancellationToken token) => FindAsync(TeamsShelves.Channels(tenant), KeyOf(channel), token);

    /// <summary>Learns the chat with a person, or its new address.</summary>
    public async Task LearnChatAsync(string tenant, string person, ConversationReference chat, CancellationToken token)
    {
        if (await ChatAsync(tenant, person, token) != chat)
        {
            await PutAsync(TeamsShelves.Chats(tenant), person, chat, token);
        }
    }

    /// <summary>Learns a channel, with its name and team where they are told; whether it was unknown until now.</summary>
    public async Task<bool> LearnChannelAsync(string tenant, ConversationReference channel, CancellationToken token)
    {
        var bare = channel with { Conversation = TeamsIds.WithoutThread(channel.Conversation) };
        var known = await ChannelAsync(tenant, bare.Conversation, token);
        if (known is null)
        {
            return await shelf.AddAsync(TeamsShelves.Channels(tenant), KeyOf(bare.Conversation), Written(bare), token);
        }

        var now = bare with { Name = bare.Name ?? known.Name, Team = bare.Team ?? known.Team };
        if (known != now)
        {
            await PutAsync(TeamsShelves.Channels(tenant), KeyOf(now.Conversation), now, token);
        }

        return false;
    }

    /// <summary>Learns the new address of a channel, if the bot was added to it.</summary>
    public async Task RefreshChannelAsync(string tenant, ConversationReference channel, CancellationToken token)
    {
        if (await ChannelAsync(tenant, TeamsIds.WithoutThread(channel.Conversation), token) is { } known && known.ServiceUrl != channel.ServiceUrl)
        {
            await PutAsync(TeamsShelves.Channels(tenant), KeyOf(known.Conversation), known with { ServiceUrl = channel.ServiceUrl }, token);
        }
    }

    /// <summary>The channels that can be chosen, by name.</summary>
    public async Task<IReadOnlyList<ConversationReference>> ChannelsAsync(string tenant, CancellationToken token) =>
        [.. (await shelf.ListAsync(TeamsShelves.Channels(tenant), token)).Select(item => Read(item.Text)).OfType<ConversationReference>().OrderBy(channel => channel.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Where a tenant is reached, as far as any channel tells.</summary>
    public async Task<string?> ServiceAsync(string tenant, CancellationToken token) => await ChannelsAsync(tenant, token) is [{ ServiceUrl: var service }, ..] ? service : null;

    public Task ForgetChatAsync(string tenant, string person, CancellationToken token) => shelf.RemoveAsync(TeamsShelves.Chats(tenant), person, token);

    /// <summary>Forgets a channel, and every other of the team that has this id.</summary>
    public async Task ForgetChannelsAsync(string tenant, string channelOrTeam, CancellationToken token)
    {
        foreach (var channel in await ChannelsAsync(tenant, token))
        {
            if (channel.Conversation == channelOrTeam || channel.Team == channelOrTeam)
            {
                await shelf.RemoveAsync(TeamsShelves.Channels(tenant), KeyOf(channel.Conversation), token);
            }
        }
    }

    private async Task<ConversationReference?> FindAsync(string name, string key, CancellationToken token) => await shelf.FindAsync(name, key, token) is { } text ? Read(text) : null;

    private Task PutAsync(string name, string key, ConversationReference place, CancellationToken token) =>
        shelf.PutAsync(name, key, Written(place), token);

    private static string Written(ConversationReference place) => JsonSerializer.Serialize(place, TeamsProfileJson.Default.ConversationReference);

    private static ConversationReference? Read(string text) => JsonSerializer.Deserialize(text, TeamsProfileJson.Default.ConversationReference);

    /// <summary>An id of Teams' as a key of ours, whatever stands in it.</summary>
    private static string KeyOf(string conversation) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation)))[..32];
}
