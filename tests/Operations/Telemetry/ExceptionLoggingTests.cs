using IntroBot.Operations.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Operations.Telemetry;

/// <summary>What nobody foresaw is logged by its kind and its place in the code, and not in its own words.</summary>
public sealed class ExceptionLoggingTests : IAsyncLifetime
{
    private readonly RecordedLog log = new();
    private readonly HttpClient client = new();
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        app = builder.Build();
        app.UseExceptionLogging();
        app.MapGet(
            "/fails",
            context => throw new FormatException($"The input string '{context.Request.Query["words"]}' was not in a correct format."));
        app.MapGet("/breaks", async context =>
        {
            await context.Response.WriteAsync("Half of");
            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("My secret plan.");
        });
        app.MapGet("/bad", _ => throw new BadHttpRequestException("Nonsense.", StatusCodes.Status413PayloadTooLarge));
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_request_that_fails_is_answered_and_its_words_stay_out_of_the_log()
    {
        using var answer = await client.GetAsync(new Uri($"{app.Urls.First()}/fails?words=my+secret+plan"));

        Assert.Equal(500, (int)answer.StatusCode);
        var line = Assert.Single(log.Lines, line => line.Level >= LogLevel.Warning).Text;
        Assert.Contains("FormatException", line, StringComparison.Ordinal);
        Assert.Contains(nameof(ExceptionLoggingTests), line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret plan", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_ends_as_broken()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => client.GetStringAsync(new Uri($"{app.Urls.First()}/breaks")));
        Assert.All(log.Lines, line => Assert.DoesNotContain("secret plan", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_makes_no_sense_is_its_senders_fault()
    {
        using var answer = await client.GetAsync(new Uri($"{app.Urls.First()}/bad"));
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Warning);
    }
}
