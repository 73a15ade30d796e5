using System.Collections.Concurrent;
using IntroBot.Tests.Teams.Double;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Teams.Client;

/// <summary>
/// Stands between the bot and Microsoft's client, which sends no token that the Bot Connector would: what comes from a window is signed as
/// Teams signs, and what the bot says goes to the window of the person it is for.
/// </summary>
internal sealed class ClientGateway : IAsyncDisposable
{
    private readonly FakeTeams teams;
    private readonly WebApplication host;
    private readonly HttpClient wire = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, Uri> windows = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> told = new(), refusals = new();

    private ClientGateway(FakeTeams teams, WebApplication host) => (this.teams, this.host) = (teams, host);

    /// <summary>What the bot would not take of a window, or a window of the bot.</summary>
    public IEnumerable<string> Refusals => refusals;

    public static async Task<ClientGateway> StartAsync(FakeTeams teams)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new ClientGateway(teams, builder.Build());
        gateway.host.MapMethods("/{window}/messages", [HttpMethods.Head], () => Results.StatusCode(StatusCodes.Status405MethodNotAllowed));
        gateway.host.MapPost("/{window}/messages", gateway.SignAsync);
        gateway.host.Map("/{window}/v3/{**path}", gateway.BringAsync);
        await gateway.host.StartAsync();
        return gateway;
    }

    /// <summary>Where a window sends what its person does.</summary>
    public Uri MessagesOf(string window) => new($"{host.Urls.First()}/{window}/messages");

    /// <summary>Where the bot finds a window.</summary>
    public Uri ServiceOf(string window) => new($"{host.Urls.First()}/{window}");

    public void Opens(string window, Uri address) => windows[window] = address;

    /// <summary>How often windows told the bot this: the name of an invoke, or the type of another activity.</summary>
    public int Told(string what) => told.Count(each => each == what);

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        await host.DisposeAsync();
    }

    private async Task SignAsync(HttpContext context)
    {
        var body = await TextAsync(context);
        var activity = TestJson.Parsed(body);
        var what = activity.Text("name") is { Length: > 0 } name ? name : activity.Text("type");
        told.Enqueue(what);
        var answer = await teams.Post.SendAsync(body, $"Bearer {teams.Keys.Sign(teams.Keys.Claims(activity.Text("serviceUrl")))}");
        await AnswerAsync(context, what, answer.Status, answer.Body);
    }

    private async Task BringAsync(HttpContext context, string window)
    {
        var call = context.Request;
        if (!teams.Tokens.Opens(
            call.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), FakeTeamsKeys.Issuer))
        {
            await AnswerAsync(context, call.Path, StatusCodes.Status401Unauthorized, "");
            return;
        }

        // The client has no way to take a message out of sight.
        if (HttpMethods.IsDelete(call.Method)) return;

        // As the bot spelt it: ids of conversations are escaped.
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget[$"/{window}".Length..];
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(windows[window], $"_connector{path}"));
        if (!HttpMethods.IsGet(call.Method))
            request.Content = new StringContent(await TextAsync(context), Encoding.UTF8, "application/json");
        using var answer = await wire.SendAsync(request, context.RequestAborted);
        await AnswerAsync(
            context, $"{call.Method} {path}", (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(context.RequestAborted));
        if (!HttpMethods.IsPut(call.Method)) return;
        teams.Changed();
    }

    private async Task AnswerAsync(HttpContext context, string what, int status, string body)
    {
        if (status >= StatusCodes.Status400BadRequest) refusals.Enqueue($"{status} {what} {body}");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body);
    }

    private static async Task<string> TextAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync();
    }
}
