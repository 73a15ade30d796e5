using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Graph;

/// <summary>
/// Group chats of two people, made through Microsoft Graph where an administrator has consented to it: the chat, then the bot in it, then
/// the words through the connector. A chat has no key by which making it twice makes one, so that it is begun once and never again:
/// whatever is not known to have worked reads as a refusal, and each of the two is led to the other instead;
/// <see href="https://learn.microsoft.com/graph/api/chat-post"/>,
/// <see href="https://learn.microsoft.com/graph/api/chat-post-installedapps"/>.
/// </summary>
internal sealed class GraphChats(
    TeamsHttp graph, TeamsOptions options, TeamsChats chats, TeamsConversations conversations, IKeyValueStore store)
{
    /// <summary>Ours, where no chat is made, or it is unknown whether one was.</summary>
    private const string NoChat = "NoGroupChat";

    /// <summary>Graph takes no longer topics, and no colons in them.</summary>
    private const int MaxTopicLength = 250;

    /// <summary>Says something in the chat of two people, which the same <paramref name="key"/> finds again.</summary>
    public async Task<SendResult<string>> PostAsync(
        string tenant, string key, ImmutableArray<PersonRef> people, string topic, string words, CancellationToken token)
    {
        // The token is of the bot's own tenant, and opens no other.
        if (!options.MakesGroupChats
            || !string.Equals(tenant, options.TenantId, StringComparison.OrdinalIgnoreCase)
            || await conversations.ChatAsync(new TeamsUserRef(tenant, people[0].Id), token) is not { ServiceUrl: var service })
        {
            return ConnectorErrors.Rejected<string>(NoChat);
        }

        return await OpenAsync(tenant, key, people, topic, token) switch
        {
            SendResult<string>.Sent { Value: var chat } => await InstallAsync(chat, token) is { } failed
                ? failed
                : await chats.PostToAsync(new ConversationReference(service, chat), words, token),
            var failed => failed,
        };
    }

    private async Task<SendResult<string>> OpenAsync(
        string tenant, string key, ImmutableArray<PersonRef> people, string topic, CancellationToken token)
    {
        var name = TeamsStoreNames.Meetings(tenant);
        if (await store.FindAsync(name, key, token) is { } known)
        {
            return known.Length > 0 ? new SendResult<string>.Sent(known) : ConnectorErrors.Rejected<string>(NoChat);
        }

        if (await store.AddAsync(name, key, "", token) is null)
        {
            return ConnectorErrors.Rejected<string>(NoChat);
        }

        switch (await graph.MadeAsync(
            new TeamsRequest(HttpMethod.Post, options.GraphUrl, "v1.0/chats", "v1.0/chats", tenant, Wanted(people, topic)), token))
        {
            case SendResult<string>.Sent { Value: var made } when TeamsIds.IsId(made):
                await store.PutAsync(name, key, made, token);
                return new SendResult<string>.Sent(made);
            case SendResult<string>.RetryAfter later:
                await store.RemoveAsync(name, key, token);
                return later;
            case SendResult<string>.Rejected refused:
                return refused;
            case SendResult<string>.Sent or SendResult<string>.Unknown:
                return ConnectorErrors.Rejected<string>(NoChat);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Brings the bot into a chat; nothing when it is there, also since before.</summary>
    private async Task<SendResult<string>?> InstallAsync(string chat, CancellationToken token)
    {
        var wanted = JsonSerializer.Serialize(
            new GraphInstallation($"{Root}/appCatalogs/teamsApps/{options.CatalogAppId}"), GraphJson.Default.GraphInstallation);
        var request = new TeamsRequest(
            HttpMethod.Post, options.GraphUrl, $"v1.0/chats/{Uri.EscapeDataString(chat)}/installedApps",
            "v1.0/chats/{id}/installedApps", chat, wanted);
        return await graph.MadeAsync(request, token) switch
        {
            SendResult<string>.Sent or SendResult<string>.Rejected { Code: "Conflict" or "Http409" } => null,
            var failed => failed,
        };
    }

    private string Root => $"{options.GraphUrl.TrimEnd('/')}/v1.0";

    private string Wanted(ImmutableArray<PersonRef> people, string topic)
    {
        var members = people.Select(
            person => new GraphMember("#microsoft.graph.aadUserConversationMember", ["owner"], $"{Root}/users('{person.Id}')"));
        var title = VisibleText.ShortenLine(VisibleText.CleanLine(topic).Replace(":", "", StringComparison.Ordinal), MaxTopicLength);
        return JsonSerializer.Serialize(new GraphChat("group", title, [.. members]), GraphJson.Default.GraphChat);
    }
}

/// <summary>A chat to be made.</summary>
internal sealed record GraphChat(string ChatType, string Topic, ImmutableArray<GraphMember> Members);

/// <summary>A member of a chat to be made; both are owners, as members of a tenant have to be.</summary>
internal sealed record GraphMember(
    [property: JsonPropertyName("@odata.type")] string Type, ImmutableArray<string> Roles,
    [property: JsonPropertyName("user@odata.bind")] string User);

/// <summary>An app to be brought into a chat, by its id in the organization's catalogue.</summary>
internal sealed record GraphInstallation([property: JsonPropertyName("teamsApp@odata.bind")] string App);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GraphChat))]
[JsonSerializable(typeof(GraphInstallation))]
internal sealed partial class GraphJson : JsonSerializerContext;
