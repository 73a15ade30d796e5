using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>The Web API: reads a call, asks who calls, and lets the method answer.</summary>
internal sealed class FakeSlackApi(FakeSlack slack)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["method"]!;
        var (fields, isJson) = await FieldsAsync(context.Request);
        var authorization = context.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..].Trim() : "";
        slack.Note(new FakeSlackCall(name, fields ?? new Dictionary<string, string>(), token, slack.Clock.GetUtcNow()));

        await FakeSlackFault.PlayAsync(slack.Faults.Take(name), context, () =>
        {
            lock (slack.Gate) return Answer(context, name, fields, isJson, token, authorization);
        }, async answer =>
        {
            if (answer.Text("error") is "ratelimited" or "rate_limited")
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
            }
            await context.Response.WriteAsJsonAsync(answer);
        }, slack.Changed);
        slack.Changed();
    }

    private JsonObject Answer(
        HttpContext context, string name, Dictionary<string, string>? fields, bool isJson, string token, string authorization)
    {
        if (!FakeSlackMethod.All.TryGetValue(name, out var method)) return FakeSlackAnswer.No("unknown_method");
        if (fields is null || (isJson && !method.Writes)) return FakeSlackAnswer.No("invalid_post_type");
        if (method.Caller == FakeSlackCaller.Client) return method.Act(new FakeSlackRequest(slack, fields, authorization, null));
        if (token.Length == 0) return FakeSlackAnswer.No("not_authed");
        if (token == slack.App.AppToken)
            return method.Caller == FakeSlackCaller.App
                ? method.Act(new FakeSlackRequest(slack, fields, authorization, null))
                : FakeSlackAnswer.No("not_allowed_token_type");

        if (slack.Workspaces.SelectMany(workspace => workspace.Tokens).FirstOrDefault(each => each.Value == token) is not { } bot)
            return FakeSlackAnswer.No("invalid_auth");
        if (!bot.Workspace.IsInstalled) return FakeSlackAnswer.No("account_inactive");
        if (bot.IsRevoked) return FakeSlackAnswer.No("token_revoked");
        if (bot.IsExpired) return FakeSlackAnswer.No("token_expired");
        if (method.Caller == FakeSlackCaller.App) return FakeSlackAnswer.No("not_allowed_token_type");
        context.Response.Headers["x-oauth-scopes"] = string.Join(',', bot.Scopes.Order(StringComparer.Ordinal));
        var ask = new FakeSlackRequest(slack, fields, authorization, bot);
        return (method.Scope is { } scope ? ask.Lacks(scope) : null) ?? method.Act(ask);
    }

    /// <summary>The arguments; none when the body is neither a form nor an object of JSON.</summary>
    private static async Task<(Dictionary<string, string>? Fields, bool IsJson)> FieldsAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
            return ((await request.ReadFormAsync())
                .ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal), false);

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        if (body.Length == 0) return ([], false);
        if (!request.HasJsonContentType() || TestJson.Parsed(body) is not JsonObject given) return (null, true);
        return (given.Where(field => field.Value is not null)
            .ToDictionary(field => field.Key, field => Written(field.Value!), StringComparer.Ordinal), true);
    }

    private static string Written(JsonNode value) =>
        value is JsonValue single && single.TryGetValue(out string? text) ? text : value.Written();
}
