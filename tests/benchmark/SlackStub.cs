namespace IntroBot.Benchmark;

/// <summary>Answers what the bot asks of Slack with the least that is right, so that the bot's own work is what is measured.</summary>
internal sealed class SlackStub : IAsyncDisposable
{
    public const string SigningSecret = "measured-and-nothing-else";
    public const string Token = "xoxb-measured";
    public const string Team = "T0MEASURED";

    private readonly WebApplication host;

    private SlackStub(WebApplication host) => this.host = host;

    public Uri Address => new($"{host.Urls.First()}/api/");

    /// <summary>Where words after an acknowledgement go.</summary>
    public Uri ResponseUrl => new($"{host.Urls.First()}/respond/1");

    public static async Task<SlackStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Map("/api/{method}", async (HttpContext context, string method) =>
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Answer(method, form?["user"].ToString() ?? ""));
        });
        host.MapPost("/respond/{id}", () => "ok");
        await host.StartAsync();
        return new SlackStub(host);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static string Answer(string method, string user) => method switch
    {
        "auth.test" => $$"""{"ok":true,"team_id":"{{Team}}","team":"Measured","user_id":"UBOT","bot_id":"BBOT"}""",
        "users.info" => $$$"""
            {"ok":true,"user":{"id":"{{{user}}}","team_id":"{{{Team}}}","tz":"Etc/UTC","locale":"en-US",
             "profile":{"real_name":"Person {{{user}}}"} } }
            """,
        "conversations.open" => """{"ok":true,"channel":{"id":"D1"}}""",
        "chat.postMessage" => """{"ok":true,"channel":"D1","ts":"1.1"}""",
        _ => """{"ok":true}""",
    };
}
