using IntroBot.Tests.Teams.Double.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Tests.Teams.Double;

/// <summary>The Bot Connector: it takes what Teams takes and refuses the rest with Teams' own codes.</summary>
internal sealed class FakeTeamsConnector(FakeTeams teams)
{
    private const int MaxBytes = 100 * 1024;
    private const string Route = "/connector/{tenant}/v3/{**path}";
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public void Map(WebApplication host) => host.Map(Route, async (HttpContext context, string tenant, string path) =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = TestJson.Parsed(text.Length == 0 ? "{}" : text) as JsonObject;
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var caller = teams.Tenants.Find(each => each.Door == tenant)?.Id ?? "";
        var call = new FakeTeamsCall(caller, context.Request.Method, $"{path}{context.Request.QueryString}", body, token);
        var fault = teams.Faults.Take($"{call.Method} {call.Path}");
        var (status, answer) = fault is { Acts: false } ? (0, null) : Answer(context, tenant, path.Split('/'), body, text, token);
        teams.Note(call);
        if (fault is { } instead)
        {
            await instead.Answer(context);
            return;
        }
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status429TooManyRequests) context.Response.Headers.RetryAfter = "1";
        if (answer is not null) await context.Response.WriteAsJsonAsync(answer);
    });

    private (int Status, JsonObject? Answer) Answer(
        HttpContext context, string tenantId, string[] path, JsonObject? body, string text, string token)
    {
        if (!teams.Tokens.Opens(token, FakeTeamsKeys.Issuer))
            return No(401, "Unauthorized", "Authorization has been denied for this request.");
        if (teams.Tenants.Find(each => each.Door == tenantId) is not { } tenant) return No(404, "TenantNotFound", "Unknown tenant");
        if (body is null) return No(400, "BadSyntax", "Could not parse");
        if (text.Length * 2 > MaxBytes) return No(413, "MessageSizeTooBig", "Message size too large.");
        if (context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0].IndexOfAny([':', '@', ';', '=']) >= 0)
            return No(404, "NotFound", "An id in an address is to be escaped");
        var isTargeted = context.Request.Query["isTargetedActivity"] == "true";
        lock (teams.Gate)
        {
            return (context.Request.Method, path) switch
            {
                ("POST", ["conversations"]) => Create(tenant, body),
                ("POST", ["conversations", var id, "activities"]) when tenant.Find(id) is { } place => Post(place, body, isTargeted, token),
                ("POST", ["conversations", var id, "activities", var to]) when tenant.Find(id) is { } place => IsKnown(place, to)
                    ? Post(place, body, isTargeted, token)
                    : No(404, "ActivityNotFoundInConversation", "No such message"),
                ("DELETE", ["conversations", var id, "activities", var message]) when tenant.Find(id) is { } place =>
                    Delete(place, message),
                ("GET", ["conversations", var id, "pagedmembers"]) when tenant.Find(id) is { } place =>
                    Roster(place, context.Request.Query),
                ("PUT", ["conversations", var id, "activities", var message]) when tenant.Find(id) is { } place =>
                    Change(place, message, body, isTargeted),
                ("GET", ["conversations", var id, "members", var member]) when tenant.Find(id) is { } place => Member(place, member),
                ("GET", ["teams", var id]) when tenant.Find(id) is { HasBot: true } team =>
                    (200, new JsonObject { ["id"] = team.Id, ["name"] = team.Name }),
                ("GET", ["teams", var id, "conversations"]) when tenant.Find(id) is { HasBot: true } team => Channels(team),
                (_, ["conversations", ..]) => No(404, "ConversationNotFound", "Conversation not found."),
                _ => No(404, "NotFound", "No such address"),
            };
        }
    }

    private static (int, JsonObject?) Create(FakeTeamsTenant tenant, JsonObject body)
    {
        var members = body["members"] as JsonArray ?? [];
        if (body.Flag("isGroup") || members.Count != 1 || body.Text("tenantId") != tenant.Id)
            return No(400, "BadSyntax", "Incorrect conversation creation parameters");
        if (tenant.People.Find(person => person.Account == members[0].Text("id")) is not { } person)
            return No(400, "BadArgument", "Failed to decrypt pairwise id");
        var isNear = tenant.Conversations.Any(conversation => conversation.HasBot && conversation.Members.Contains(person));
        if (!isNear) return No(403, "ForbiddenOperationException", "Bot is not installed in user's personal scope");
        person.Chat.HasBot = true;
        return (201, new JsonObject { ["id"] = person.Chat.Id });
    }

    private (int, JsonObject?) Post(FakeTeamsConversation place, JsonObject body, bool isTargeted, string token)
    {
        if (Refusal(place, body) is { } refusal) return refusal;
        if (IsTooMuch(place)) return No(429, "Throttled", "Too many requests");
        var recipient = body.At("recipient");
        if (isTargeted && place.Kind == FakeTeamsConversationKind.Personal)
            return No(400, "BadArgument", "Targeted messages are not supported in personal chats");
        var reader = place.Members.Find(member => member.Account == recipient.Text("id"));
        if (isTargeted && (!recipient.Flag("isTargeted") || reader is null)) return No(400, "BadArgument", "Recipient is required");
        var message = new FakeTeamsMessage(place, teams.NextId(), token) { OnlyFor = isTargeted ? reader : null };
        Show(message, body);
        message.FirstCard = message.Card;
        place.Messages = place.Messages.Add(message);
        return (201, new JsonObject { ["id"] = message.Id });
    }

    private (int, JsonObject?) Change(FakeTeamsConversation place, string id, JsonObject body, bool isTargeted)
    {
        if (Refusal(place, body) is { } refusal) return refusal;
        if (body.At("recipient") is not null) return No(400, "BadArgument", "Recipient is not allowed here");
        if (place.Messages.Find(each => each.Id == id && (each.OnlyFor is not null) == isTargeted) is not { } message)
            return No(404, "ActivityNotFoundInConversation", "No such message");
        Show(message, body);
        message.Changes++;
        return (200, new JsonObject { ["id"] = message.Id });
    }

    /// <summary>A message of the bot's there, or words of somebody that everybody saw.</summary>
    private bool IsKnown(FakeTeamsConversation place, string id) => place.Messages.Exists(each => each.Id == id && each.OnlyFor is null)
        || teams.Post.Told.Exists(told => told.Text("id") == id
            && told.At("conversation").Text("id").Split(';')[0] == place.Id
            && !told.At("recipient").Flag("isTargeted"));

    private static (int, JsonObject?) Delete(FakeTeamsConversation place, string id)
    {
        if (!place.HasBot) return No(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        if (place.Messages.Find(each => each.Id == id) is not { } message)
            return No(404, "ActivityNotFoundInConversation", "No such message");
        place.Messages = place.Messages.Remove(message);
        return (200, null);
    }

    /// <summary>A page is of fifty at least and five hundred at most; the token is where the next one begins.</summary>
    private static (int, JsonObject?) Roster(FakeTeamsConversation place, IQueryCollection query)
    {
        if (!place.HasBot) return No(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        var size = Math.Clamp(int.TryParse(query["pageSize"], out var wanted) ? wanted : 200, 50, 500);
        var from = int.TryParse(query["continuationToken"], out var start) ? start : 0;
        var members = place.Members.Skip(from).Take(size).Select(member => (JsonNode)member.Json());
        var page = new JsonObject { ["members"] = new JsonArray([.. members]) };
        if (from + size < place.Members.Count) page["continuationToken"] = $"{from + size}";
        return (200, page);
    }

    /// <summary>The general channel has the id of its team, and no name.</summary>
    private static (int, JsonObject?) Channels(FakeTeamsConversation team)
    {
        var channels = team.Tenant.Conversations.Where(channel => channel.Team == team && !channel.IsGone)
            .Select(channel => (JsonNode)new JsonObject
            {
                ["id"] = channel.Id,
                ["name"] = channel == team ? null : channel.Name,
                ["type"] = "standard",
            });
        return (200, new JsonObject { ["conversations"] = new JsonArray([.. channels]) });
    }

    private static (int, JsonObject?) Member(FakeTeamsConversation place, string id)
    {
        if (!place.HasBot) return No(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        return place.Members.Find(each => each.Account == id || each.Id == id || each.SignInName == id) is { } member
            ? (200, member.Json())
            : No(404, "MemberNotFoundInConversation", "Member not found.");
    }

    private (int, JsonObject?)? Refusal(FakeTeamsConversation place, JsonObject body)
    {
        if (!place.HasBot) return No(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        if (place is { Kind: FakeTeamsConversationKind.Personal, Members: [{ IsBlocking: true }] })
            return No(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");
        var cards = body["attachments"] as JsonArray ?? [];
        if (body.Text("type") != "message" || (body.Text("text").Length == 0 && cards.Count == 0))
            return No(400, "BadSyntax", "Nothing to show");
        if (body.Text("summary").Length == 0 || cards.Any(card => card.Text("contentType") != AdaptiveCard))
            return No(400, "BadArgument", "Not a card that Teams knows");
        foreach (var card in cards)
            if (AdaptiveRules.FaultsOf(card.At("content").Element()) is { Count: > 0 } faults)
                return No(400, "BadArgument", Complained($"A card is drawn wrongly: {string.Join("; ", faults)}"));
        return null;
    }

    private string Complained(string complaint)
    {
        teams.Complaints = teams.Complaints.Add(complaint);
        return complaint;
    }

    /// <summary>Seven in a second, eight in two, sixty in thirty.</summary>
    private bool IsTooMuch(FakeTeamsConversation place)
    {
        if (!teams.LimitsThreads) return false;
        var now = teams.Clock.GetUtcNow();
        if (Within(1) >= 7 || Within(2) >= 8 || Within(30) >= 60) return true;
        place.Spoken = place.Spoken.Add(now);
        return false;

        int Within(int seconds) => place.Spoken.Count(at => at > now.AddSeconds(-seconds));
    }

    private static void Show(FakeTeamsMessage message, JsonObject body)
    {
        message.Summary = body.Text("summary");
        message.Card = (JsonObject)(body["attachments"] as JsonArray)![0].At("content")!.DeepClone();
    }

    private static (int, JsonObject?) No(int status, string code, string message) => (status, FakeTeams.Fault(code, message));
}
