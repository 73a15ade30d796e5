using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Fleet;

/// <summary>The way of one program to its store, which passes on every call as long as the program lives.</summary>
internal sealed class StoreProxy : IAsyncDisposable
{
    private readonly HttpClient wire = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication host;

    private StoreProxy(WebApplication host) => this.host = host;

    public Uri Address => new(host.Urls.First());

    public static async Task<StoreProxy> OpenAsync(Uri store, CrashPoint crashPoint)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var way = new StoreProxy(builder.Build());
        way.host.Run(context => way.PassOnAsync(context, store, crashPoint));
        await way.host.StartAsync();
        return way;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        wire.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, Uri store, CrashPoint crashPoint)
    {
        try
        {
            var request = await BufferedRequest.ReadAsync(context);
            var answer = await crashPoint.PassAsync(() => request.PassOnAsync(wire, store));
            await answer.WriteAsync(context.Response);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Who called is dead, so nobody waits for an answer.
            context.Abort();
        }
    }
}
