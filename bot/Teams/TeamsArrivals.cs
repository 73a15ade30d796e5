using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>
/// People who added the bot while Teams could not say who they are: their chat is kept at once, and the welcome is owed by the queue until
/// Teams says it.
/// </summary>
internal sealed class TeamsArrivals(
    IWorkQueue queue, TeamsPeople people, TeamsConversations conversations, TeamsHomeRefresher homes, [SystemClock] TimeProvider clock)
    : IWorkHandler
{
    /// <summary>Work of this kind has one id, so that the same news in another form is not kept twice.</summary>
    private const string WorkId = "arrival";

    /// <summary>Later work of the same person waits as long.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(20);

    /// <summary>Maximum age of the news; who writes later is looked up then.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    private static readonly JsonTypeInfo<Arrival> Json = new TeamsArrivalJson(UnescapedJson.Of(TeamsArrivalJson.Default)).Arrival;

    public string Kind => "teams.arrival";

    /// <summary>Whoever came is known, and is shown their home.</summary>
    public Task WelcomeAsync(ActivityKey news, CancellationToken token) => homes.OpenAsync(news, token);

    public Task ForgetAsync(TeamsUserRef user, CancellationToken token) => homes.ForgetAsync(user, token);

    /// <summary>Whoever came is looked up later; <paramref name="acting"/> is all that the news says.</summary>
    public async Task KeepAsync(ActivityKey news, PersonActing acting, CancellationToken token)
    {
        await conversations.LearnChatAsync(TeamsUserRef.Of(news.Owner), acting.Place, token);
        var body = new Arrival(
            news.Id, acting.Member, acting.Place.ServiceUrl, acting.Place.Conversation, acting.TimeZone, acting.Language);
        await queue.AddAsync(
            news.Owner, Of(news, "arrival").Row, new QueuedWork(Kind, JsonSerializer.Serialize(body, Json)) { Id = WorkId }, token);
    }

    public async Task<WorkResult> RunAsync(WorkItem item, CancellationToken token)
    {
        var user = TeamsUserRef.Of(item.Owner);
        var arrival = JsonSerializer.Deserialize(item.Body, Json)!;
        // Who took the bot out meanwhile has no chat with it any more.
        if (item.Since + MaxAge <= clock.GetUtcNow() || await conversations.ChatAsync(user, token) is null)
        {
            return new WorkResult.Done();
        }

        switch (await people.AskAsync(user, arrival.Acting, token))
        {
            case PersonFound.Later:
                return new WorkResult.RetryAfter(RetryDelay);
            case PersonFound.Known:
                await homes.OpenAsync(Of(new ActivityKey(item.Owner, arrival.News), "home"), token);
                return new WorkResult.Done();
            case PersonFound.Nowhere:
                await conversations.ForgetChatAsync(user, token);
                return new WorkResult.Done();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The key of what follows from the news, which has one of its own.</summary>
    private static ActivityKey Of(ActivityKey news, string what) => news with { Id = $"{news.Id}-{what}" };
}

/// <summary>News of somebody who came, as it is kept until Teams says who they are.</summary>
internal sealed record Arrival(
    [property: JsonPropertyName("news")] string News,
    [property: JsonPropertyName("member")] string Member,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("conversation")] string Conversation,
    [property: JsonPropertyName("zone")] string? TimeZone = null,
    [property: JsonPropertyName("language")] string? Language = null)
{
    [JsonIgnore]
    public PersonActing Acting => new(Member, new(Service, Conversation), ConversationKind.Personal, TimeZone, Language);
}

[JsonSerializable(typeof(Arrival))]
internal sealed partial class TeamsArrivalJson : JsonSerializerContext;
