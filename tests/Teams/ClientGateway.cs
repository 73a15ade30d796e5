using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Teams;

/// <summary>
/// Stands between the bot and Microsoft's client, which sends no token that the Bot Connector would: what comes from a window is signed as Teams
/// signs, and what the bot says goes to the window of the person it is for.
/// </summary>
internal sealed class ClientGateway : IAsyncDisposable
{
    private readonly FakeTeams teams;
    private readonly WebApplication host;
    private readonly HttpClient wire = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, Uri> windows = new(StringComparer.Ordinal);

    private ClientGateway(FakeTeams teams, WebApplication host) => (this.teams, this.host) = (teams, host);

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

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        await host.DisposeAsync();
    }

    private async Task SignAsync(HttpContext context)
    {
        var body = await TextAsync(context);
        var token = teams.Keys.Sign(teams.Keys.Claims(TestJson.Parsed(body).Text("serviceUrl")));
        using var request = new HttpRequestMessage(HttpMethod.Post, teams.App.Endpoint) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await PassAsync(context, request);
    }

    private async Task BringAsync(HttpContext context, string window, string path)
    {
        var method = new HttpMethod(context.Request.Method);
        var address = new Uri(windows[window], $"/_connector/v3/{path}{context.Request.QueryString}");
        using var request = new HttpRequestMessage(method, address);
        if (method != HttpMethod.Get) request.Content = new StringContent(await TextAsync(context), Encoding.UTF8, "application/json");
        await PassAsync(context, request);
    }

    private async Task PassAsync(HttpContext context, HttpRequestMessage request)
    {
        using var answer = await wire.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(context.RequestAborted));
    }

    private static async Task<string> TextAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync();
    }
}
