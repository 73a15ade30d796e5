using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Teams.Double;

/// <summary>What the next calls of the connector are to suffer, in the order it was asked for, by a part of "METHOD path".</summary>
internal sealed class FakeTeamsFaults
{
    private readonly Lock gate = new();
    private readonly List<(string Part, bool Acts, Func<HttpContext, Task> Answer)> waiting = [];

    public void RateLimit(string part, TimeSpan wait, int times = 1) => Add(part, times, acts: false, context =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(FakeTeams.Fault("Throttled", "Too many requests"));
    });

    /// <summary>A refusal of Teams' list.</summary>
    public void Refuse(string part, int status, string code, int times = 1) => Add(part, times, acts: false, context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(FakeTeams.Fault(code, "No."));
    });

    /// <summary>An answer without anything of Teams in it.</summary>
    public void AnswerHtml(string part, int status, int times = 1, bool acts = false) => Add(part, times, acts, context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body>Sorry</body></html>");
    });

    /// <summary>The old shape in which Teams tells that somebody blocked the bot.</summary>
    public void Block(string part) => Add(part, 1, acts: false, context =>
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(
            new JsonObject { ["errorCode"] = 209, ["message"] = "{\r\n  \"subCode\": \"MessageWritesBlocked\"\r\n}" });
    });

    /// <summary>The call takes place, and the answer says nothing but that.</summary>
    public void Accept(string part, int times = 1) => Add(part, times, acts: true, context =>
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    });

    /// <summary>The call takes place, and the connection breaks before the answer.</summary>
    public void Cut(string part, int times = 1, bool acts = true) => Add(part, times, acts, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The call does not take place, and the connection is open until the test lets it break.</summary>
    public TaskCompletionSource Hang(string part)
    {
        var until = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(part, 1, acts: false, async context =>
        {
            await until.Task;
            context.Abort();
        });
        return until;
    }

    internal (bool Acts, Func<HttpContext, Task> Answer)? Take(string call)
    {
        lock (gate)
        {
            var next = waiting.FindIndex(each => call.Contains(each.Part, StringComparison.Ordinal));
            if (next < 0) return null;
            var (_, acts, answer) = waiting[next];
            waiting.RemoveAt(next);
            return (acts, answer);
        }
    }

    private void Add(string part, int times, bool acts, Func<HttpContext, Task> answer)
    {
        lock (gate) waiting.AddRange(Enumerable.Repeat((part, acts, answer), times));
    }
}

/// <summary>A call of the bot, as it arrived.</summary>
internal sealed record FakeTeamsCall(string Tenant, string Method, string Path, JsonObject? Body, string Token);
