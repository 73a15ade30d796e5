using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Operations.Startup;

/// <summary>A storage account in which whoever asks has no rights, as Azure says it.</summary>
internal sealed class ForbiddenStorageAccount : IAsyncDisposable
{
    private readonly WebApplication host;
    private int asked;

    private ForbiddenStorageAccount(WebApplication host) => this.host = host;

    public int Asked => asked;

    public string Connection => $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;TableEndpoint={host.Urls.First()}/a";

    public static async Task<ForbiddenStorageAccount> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var account = new ForbiddenStorageAccount(builder.Build());
        account.host.Run(context =>
        {
            Interlocked.Increment(ref account.asked);
            (context.Response.StatusCode, context.Response.ContentType) = (StatusCodes.Status403Forbidden, "application/json");
            return context.Response.WriteAsync(
                """{"odata.error":{"code":"AuthorizationPermissionMismatch","message":{"lang":"en-US","""
                    + """ "value":"This request is not authorized to perform this operation using this permission."}}}""");
        });
        await account.host.StartAsync();
        return account;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
