using IntroBot.Slack.Inbound;

namespace IntroBot.Benchmark;

/// <summary>The least that ASP.NET Core can do for a signed request: what no bot on it can be quicker than.</summary>
internal static class Bare
{
    public const string Mode = "--bare";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.MapPost(SlackEndpoint.Path, AnswerAsync);
        await host.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        if (SlackSignature.Check(
            SlackStub.SigningSecret,
            headers[SlackSignature.TimestampHeader],
            headers[SlackSignature.SignatureHeader],
            body.ToArray(),
            TimeProvider.System.GetUtcNow()) is null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"response_type":"ephemeral","text":"Help."}""");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }
}
