using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Slack.Double;

/// <summary>An app of nothing but an address: it keeps what it is told and answers what a test says.</summary>
internal sealed class ListeningApp : IAsyncDisposable
{
    private readonly WebApplication host;

    private ListeningApp(WebApplication host) => this.host = host;

    public Uri Address => new($"{host.Urls.First()}/slack");

    public ConcurrentQueue<(IHeaderDictionary Headers, string Body)> Received { get; } = new();

    /// <summary>What it answers: a status and a body for a body.</summary>
    public Func<string, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

    /// <summary>What it waits for before it answers.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    public static async Task<ListeningApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = new ListeningApp(builder.Build());
        app.host.MapPost("/slack", app.ListenAsync);
        await app.host.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task ListenAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Received.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value)), body));
        await Ready.WaitAsync(context.RequestAborted);
        var (status, answer) = Answer(body);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(answer);
    }
}
