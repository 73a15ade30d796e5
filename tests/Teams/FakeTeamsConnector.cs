using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Teams;

/// <summary>The Bot Connector: it takes what Teams takes and refuses the rest with Teams' own codes.</summary>
internal sealed class FakeTeamsConnector(FakeTeams teams)
{
    private const int MostBytes = 100 * 1024;
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public void Map(WebApplication host) => host.Map("/connector/{tenant}/v3/{**path}", async (HttpContext context, string tenant, string path) =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = TestJson.Parsed(text.Length == 0 ? "{}" : text) as JsonObject;
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var call = new FakeTeamsCall(context.Request.Method, $"{path}{context.Request.QueryString}", body, token);
        var fault = teams.Faults.Take($"{call.Method} {call.Path}");
        var (status, answer) = fault is { Acts: false } ? (0, null) : Answer(context, tenant, path.Split('/'), body, text, token);
        teams.Note(call);
        if (fault is { } instead)
        {
            await instead.Answer(context);
            return;
        }
        context.Response.StatusCode = status;
        if (answer is not null) await context.Response.WriteAsJsonAsync(answer);
    });

    private (int Status, JsonObject? Answer) Answer(HttpContext context, string tenantId, string[] path, JsonObject? body, string text, string token)
    {
        if (!teams.Tokens.IsAlive(token)) return No(401, "Unauthorized", "Authorization has been denied for this request.");
        if (teams.Tenants.Find(each => each.Id == tenantId) is not { } tenant) return No(404, "TenantNotFound", "Unknown tenant");
        if (body is null) return No(400, "BadSyntax", "Could not parse");
        if (text.Length * 2 > MostBytes * 2) return No(413, "MessageSizeTooBig", "Message size too large.");
        var isTargeted = context.Request.Query["isTargetedActivity"] == "true";
        lock (teams.Gate)
        {
            return (context.Request.Method, path) switch
            {
                ("POST", ["conversations"]) => Create(tenant, body),
                ("POST", ["conversations", var id, "activities"]) when tenant.Find(id) is { } place => Post(place, body, isTargeted),
                ("PUT", ["conversations", var id, "activities", var message]) when tenant.Find(id) is { } place => Change(place, message, body),
                ("DELETE", ["conversations", var id, "activities", var message]) when tenant.Find(id) is { } place => Delete(place, message),
                ("GET", ["conversations", var id, "members", var member]) when tenant.Find(id) is { } place => Member(place, member),
                (_, ["conversations", ..]) => No(404, "ConversationNotFound", "Conversation not found."),
                _ => No(404, "NotFound", "No such address"),
            };
        }
    }

    private static (int, JsonObject?) Create(FakeTeamsTenant tenant, JsonObject body)
    {
        var members = body["members"] as JsonArray ?? [];
        if (body.Flag("isGroup") || members.Count != 1 || body.Text("tenantId") != tenant.Id) return No(400, "BadSyntax", "Incorrect conversation creation parameters");
        if (tenant.People.Find(person => person.Account == members[0].Text("id")) is not { } person) return No(400, "BadArgument", "Failed to decrypt pairwise id");
        var isNear = tenant.Conversations.Any(conversation => conversation.HasBot && conversation.Members.Contains(person));
        return isNear ? (201, new JsonObject { ["id"] = person.Chat.Id }) : No(403, "ForbiddenOperationException", "Bot is not installed in user's personal scope");
    }

    private (int, JsonObject?) Post(FakeTeamsConversation place, JsonObject body, bool isTargeted)
    {
        if (Refusal(place, body) is { } refusal) return refusal;
        var recipient = body.At("recipient");
        if (isTargeted && place.Kind == FakeTeamsConversationKind.Personal) return No(400, "BadArgument", "Targeted messages are not supported in personal chats");
        if (isTargeted && (!recipient.Flag("isTargeted") || place.Members.All(member => member.Account != recipient.Text("id")))) return No(400, "BadArgument", "Recipient is required");
        var message = new FakeTeamsMessage(place, teams.NextId()) { OnlyFor = isTargeted ? place.Members.Find(member => member.Account == recipient.Text("id")) : null };
        Show(message, body);
        place.Messages = place.Messages.Add(message);
        return (201, new JsonObject { ["id"] = message.Id });
    }

    private static (int, JsonObject?) Change(FakeTeamsConversation place, string id, JsonObject body)
    {
        if (Refusal(place, body) is { } refusal) return refusal;
        if (body.At("recipient") is not null) return No(400, "BadArgument", "Recipient is not allowed here");
        if (place.Messages.Find(each => each.Id == id) is not { } message) return No(404, "ActivityNotFoundInConversation", "No such message");
        Show(message, body);
        message.Changes++;
        return (200, new JsonObject { ["id"] = message.Id });
    }

    private static (int, JsonObject?) Delete(FakeTeamsConversation place, string id)
    {
        if (place.Messages.Find(each => each.Id == id) is not { } message) return No(404, "ActivityNotFoundInConversation", "No such message");
        place.Messages = place.Messages.Remove(message);
        return (200, null);
    }

    private static (int, JsonObject?) Member(FakeTeamsConversation place, string id)
    {
        if (!place.HasBot) return No(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        return place.Members.Find(each => each.Account == id || each.Id == id || each.SignInName == id) is { } member
            ? (200, member.Json())
            : No(404, "MemberNotFoundInConversation", "Member not found.");
    }

    private static (int, JsonObject?)? Refusal(FakeTeamsConversation place, JsonObject body)
    {
        if (!place.HasBot) return No(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
        if (place is { Kind: FakeTeamsConversationKind.Personal, Members: [{ IsBlocking: true }] }) return No(403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");
        var cards = body["attachments"] as JsonArray ?? [];
        if (body.Text("type") != "message" || (body.Text("text").Length == 0 && cards.Count == 0)) return No(400, "BadSyntax", "Nothing to show");
        return cards.All(card => card.Text("contentType") == AdaptiveCard && card.At("content").Text("type") == "AdaptiveCard" && card.At("content").Text("version") == "1.5") && body.Text("summary").Length > 0
            ? null
            : No(400, "BadArgument", "Not a card that Teams knows");
    }

    private static void Show(FakeTeamsMessage message, JsonObject body) =>
        (message.Summary, message.Card) = (body.Text("summary"), (JsonObject)(body["attachments"] as JsonArray)![0].At("content")!.DeepClone());

    private static (int, JsonObject?) No(int status, string code, string message) => (status, FakeTeams.Fault(code, message));
}
