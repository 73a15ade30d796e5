using System.Net;
using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Playground;

/// <summary>The playground on a free port of this machine, with a sample story instead of the real one.</summary>
public sealed class PlaygroundHost : IAsyncDisposable
{
    private static int counter;

    private readonly WebApplication app;

    private PlaygroundHost(WebApplication app, SampleStory story, List<string> optedIn)
    {
        this.app = app;
        Story = story;
        OptedIn = optedIn;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public SampleStory Story { get; }

    public List<string> OptedIn { get; }

    public HttpClient Client { get; }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<PlaygroundHost> StartAsync(MemoryKeyValueStore? keyValues = null)
    {
        var story = new SampleStory();
        var optedIn = new List<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IKeyValueStore>(keyValues ?? new MemoryKeyValueStore());
        builder.Services.AddSingleton(new Dispatcher(story.Routes, NullLogger<Dispatcher>.Instance));
        builder.Services.AddSingleton<IDueWork>(program => new RecordedWork(program.GetRequiredService<TimeProvider>()));
        builder.Services.AddPlayground(_ => (who, member, key, _) =>
        {
            optedIn.Add($"{who.Ref.Workspace} {member.Id} {key}");
            return Task.CompletedTask;
        });
        var app = builder.Build();
        app.MapPlayground();
        await app.StartAsync();
        return new PlaygroundHost(app, story, optedIn);
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(path, [("as", "ava"), ("key", $"test-key-{Interlocked.Increment(ref counter)}"), .. fields]);

    /// <summary>Posts exactly these fields, as the page itself would.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
        };
        request.Headers.Add("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await Client.SendAsync(request);
    }

    public async Task<string> PageAfterAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await PageAsync(answer.Headers.Location!.ToString());
    }

    public async Task<string> PageAsync(string path = "/?as=ava") =>
        WebUtility.HtmlDecode(await Client.GetStringAsync(new Uri(path, UriKind.Relative)));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
