using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Teams.Double;

/// <summary>
/// Microsoft Graph, as far as it makes group chats and brings an app into them; for whoever an administrator consented to.
/// </summary>
internal sealed partial class FakeTeamsGraph(FakeTeams teams)
{
    public string Address => $"{teams.Address}graph";

    /// <summary>Whether chats may be made without a person who does it.</summary>
    public bool MayCreate { get; set; } = true;

    /// <summary>Whether the app may bring itself into chats.</summary>
    public bool MayInstall { get; set; } = true;

    public void Map(WebApplication host)
    {
        host.MapPost("/graph/v1.0/chats", context => AnswerAsync(context, MayCreate, Create));
        host.MapPost(
            "/graph/v1.0/chats/{chat}/installedApps",
            (HttpContext context, string chat) => AnswerAsync(context, MayInstall, (tenant, body) => Install(tenant, chat, body)));
    }

    private async Task AnswerAsync(
        HttpContext context, bool mayBe, Func<FakeTeamsTenant, JsonObject, (int Status, JsonObject? Answer)> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = TestJson.Parsed(await reader.ReadToEndAsync()) as JsonObject ?? [];
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var tenant = teams.Tenants[0];
        var call = new FakeTeamsCall(tenant.Id, context.Request.Method, context.Request.Path.Value!.TrimStart('/'), body, token);
        var fault = teams.Faults.Take($"{call.Method} {call.Path}");
        var (status, json) = fault is { Acts: false } ? (0, null)
            : !teams.Tokens.Opens(token, Address) ? (401, FakeTeams.Fault("InvalidAuthenticationToken", "Access token validation failure."))
            : !mayBe ? (403, FakeTeams.Fault("Forbidden", "Missing application permissions on the request."))
            : answer(tenant, body);
        teams.Note(call);
        if (fault is { } instead)
        {
            await instead.Answer(context);
            return;
        }
        context.Response.StatusCode = status;
        if (json is not null) await context.Response.WriteAsJsonAsync(json);
    }

    private (int, JsonObject?) Create(FakeTeamsTenant tenant, JsonObject body)
    {
        var members = body.Objects("members").ToList();
        var people = members.Select(
            member => tenant.People.Find(person => person.Id == UserOf(member))).OfType<FakeTeamsPerson>().ToArray();
        var isRight = body.Text("chatType") == "group"
            && members.Count >= 2
            && people.Length == members.Count
            && body.Text("topic") is { Length: > 0 and <= 250 } topic
            && !topic.Contains(':', StringComparison.Ordinal)
            && members.All(member => member.Text("@odata.type") == "#microsoft.graph.aadUserConversationMember"
                && (member["roles"] as JsonArray)?.Single()?.ToString() == "owner");
        return isRight
            ? (201, new JsonObject { ["id"] = tenant.AddMeeting(body.Text("topic"), people).Id, ["chatType"] = "group" })
            : (400, FakeTeams.Fault("BadRequest", "Invalid chat."));
    }

    private (int, JsonObject?) Install(FakeTeamsTenant tenant, string chat, JsonObject body)
    {
        if (tenant.Find(chat) is not { } place) return (404, FakeTeams.Fault("NotFound", "No such chat."));
        if (body.Text("teamsApp@odata.bind") != $"{Address}/v1.0/appCatalogs/teamsApps/{teams.App.CatalogId}")
            return (404, FakeTeams.Fault("NotFound", "No such app in the catalogue."));
        if (place.HasBot) return (409, FakeTeams.Fault("Conflict", "The app is already installed."));
        place.HasBot = true;
        return (201, null);
    }

    private string UserOf(JsonObject member) =>
        Bound().Match(member.Text("user@odata.bind")) is { Success: true } bound && bound.Groups[1].Value == Address
            ? bound.Groups[2].Value
            : "";

    [GeneratedRegex(@"^(.*)/v1\.0/users\('([0-9a-f-]+)'\)$")]
    private static partial Regex Bound();
}
