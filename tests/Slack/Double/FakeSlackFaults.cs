using IntroBot.Tests.Slack.Double.WebApi;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Tests.Slack.Double;

/// <summary>
/// What the next calls are to suffer, method by method, in the order it was asked for. <see cref="Any"/> stands for all methods.
/// </summary>
internal sealed class FakeSlackFaults
{
    public const string Any = "*";

    /// <summary>The method under which posts to response URLs are known.</summary>
    public const string ResponseUrl = "response_url";

    private readonly Lock gate = new();
    private readonly List<(string Method, FakeSlackFault Fault)> waiting = [];

    public void RateLimit(string method, TimeSpan wait, int times = 1) => Add(method, times, new FakeSlackFault(Acts: false, context =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(FakeSlackAnswer.No("ratelimited"));
    }));

    /// <summary>An HTTP error without anything of Slack in it.</summary>
    public void Fail(string method, int status = 503, int times = 1, bool acts = false) =>
        Add(method, times, new FakeSlackFault(acts, context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("upstream connect error");
        }));

    /// <summary>An error of Slack's list; <c>internal_error</c> may have acted all the same.</summary>
    public void Refuse(string method, string error, int times = 1, bool acts = false) =>
        Add(method, times, new FakeSlackFault(acts, context => context.Response.WriteAsJsonAsync(FakeSlackAnswer.No(error))));

    /// <summary>The call takes place, and the connection breaks before the answer.</summary>
    public void Cut(string method, int times = 1, bool acts = true) => Add(method, times, new FakeSlackFault(acts, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    }));

    /// <summary>A page of something between the app and Slack.</summary>
    public void AnswerHtml(string method, int status = 200, int times = 1) => Add(method, times, new FakeSlackFault(Acts: false, context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body>Sorry</body></html>");
    }));

    /// <summary>An answer of Slack that the double would not give by itself; the call does not take place.</summary>
    public void AnswerJson(string method, string json) => Add(method, 1, new FakeSlackFault(Acts: false, context =>
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json);
    }));

    /// <summary>The call takes place, and the answer waits until the test lets it go on.</summary>
    public TaskCompletionSource HoldAnswer(string method)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(method, 1, new FakeSlackFault(Acts: true, Answer: null, AnswerUntil: source.Task));
        return source;
    }

    /// <summary>The call waits until the test lets it go on.</summary>
    public TaskCompletionSource Hold(string method)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(method, 1, new FakeSlackFault(Acts: true, Answer: null, source.Task));
        return source;
    }

    internal FakeSlackFault? Take(string method)
    {
        lock (gate)
        {
            var next = waiting.FindIndex(each => each.Method == method || each.Method == Any);
            if (next < 0) return null;
            var fault = waiting[next].Fault;
            waiting.RemoveAt(next);
            return fault;
        }
    }

    private void Add(string method, int times, FakeSlackFault fault)
    {
        lock (gate) waiting.AddRange(Enumerable.Repeat((method, fault), times));
    }
}

/// <summary>One thing that goes wrong.</summary>
/// <param name="Acts">Whether the call takes place all the same.</param>
/// <param name="Answer">What is answered; the true answer when there is none.</param>
/// <param name="Until">What the call waits for.</param>
/// <param name="AnswerUntil">What the answer waits for, when all has been done.</param>
internal sealed record FakeSlackFault(bool Acts, Func<HttpContext, Task>? Answer, Task? Until = null, Task? AnswerUntil = null)
{
    /// <summary>
    /// Answers a call, be it as it should be; <paramref name="seen"/> tells people of what is done while its answer is held.
    /// </summary>
    public static async Task PlayAsync(
        FakeSlackFault? fault, HttpContext context, Func<JsonObject> act, Func<JsonObject, Task> answer, Action? seen = null)
    {
        if (fault?.Until is { } until) await until.WaitAsync(context.RequestAborted);
        var result = fault is { Acts: false } ? null : act();
        if (fault?.AnswerUntil is { } hold)
        {
            seen?.Invoke();
            await hold.WaitAsync(context.RequestAborted);
        }

        await (fault?.Answer is { } instead ? instead(context) : answer(result!));
    }
}
