using System.Net;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Platforms;

/// <summary>A platform, or what answers in its place, may send more than memory holds.</summary>
public sealed class AnswerSizeTests : IAsyncLifetime
{
    private readonly ServiceProvider services = Services();
    private WebApplication? platform;

    public static TheoryData<int, bool> Sizes => new()
    {
        { HttpCalls.MaxAnswerBytes, true },
        { HttpCalls.MaxAnswerBytes + 1, false },
        { 10 * HttpCalls.MaxAnswerBytes, false },
    };

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        platform = builder.Build();
        platform.MapGet("/{size}", async (int size, HttpResponse response) =>
        {
            // Without a length in its head: the reader has to count.
            for (var sent = 0; sent < size; sent += 1024)
            {
                await response.Body.WriteAsync(new byte[Math.Min(1024, size - sent)]);
            }
        });
        await platform.StartAsync();
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task An_answer_is_read_to_its_limit_and_no_further(int size, bool isRead) =>
        Assert.Equal(isRead, await IsReadAsync(services.NewHttpCalls("Slack"), size));

    [Theory, MemberData(nameof(Sizes))]
    public async Task So_is_one_that_the_handler_of_the_token_looks_into(int size, bool isRead)
    {
        using var handler = new InstallationTokenHandler(new NoInstallations());
        Assert.Equal(isRead, await IsReadAsync(services.NewHttpCalls("Slack", handler), size));
    }

    public async ValueTask DisposeAsync()
    {
        await platform!.DisposeAsync();
        await services.DisposeAsync();
    }

    private async Task<bool> IsReadAsync(HttpCalls calls, int size)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{platform!.Urls.First()}/{size}"));
        InstallationTokenHandler.SetCaller(request, new Installation("T1", "U1", "xoxb-test"));
        return await calls.SendAsync<int>(
            new HttpCall("GET", "GET size", "T1"),
            request,
            answer => answer is { Status: HttpStatusCode.OK } && answer.Body.Length == size
                ? new SendResult<int>.Sent(size)
                : new SendResult<int>.Rejected("cut", Concerns.Content),
            CancellationToken.None) switch
        {
            SendResult<int>.Sent => true,
            SendResult<int>.Unknown => false,
            var other => throw new InvalidOperationException($"{other}"),
        };
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddPlatforms(TimeProvider.System);
        return services.BuildServiceProvider();
    }

    /// <summary>Nothing here is asked for: no answer names an error.</summary>
    private sealed class NoInstallations : IInstallations
    {
        public Task<Installation?> FindAsync(string team, CancellationToken token) => throw new NotSupportedException();

        public Task<Installation?> RecallAsync(string team, CancellationToken token) => throw new NotSupportedException();

        public Task<Installation?> OnlyAsync(bool mayAsk, CancellationToken token) => Task.FromResult<Installation?>(null);

        public Task<Installation?> RenewAsync(Installation refused, bool isExpired, CancellationToken token) =>
            throw new NotSupportedException();

        public Task EndAsync(Installation ended, CancellationToken token) => throw new NotSupportedException();

        public Task EndAsync(string team, DateTimeOffset? at, CancellationToken token) => throw new NotSupportedException();

        public Task<DateTimeOffset?> EndedAtAsync(string team, CancellationToken token) => throw new NotSupportedException();
    }
}
