using IntroBot.Teams.Inbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Fleet;

/// <summary>
/// What stands before several programs: each request goes to one of them by chance, some to two at once, and one that is not
/// answered, since its program died over it, to another.
/// </summary>
internal sealed class LoadBalancer : IAsyncDisposable
{
    private const int OneInSoManyTwice = 2;

    private readonly HttpClient wire = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Lock gate = new();
    private readonly List<Instance> instances = [];
    private readonly List<Task<BufferedResponse>> doubles = [];
    private readonly WebApplication host;
    private readonly Random random;
    private int resent;

    private LoadBalancer(WebApplication host, int seed) => (this.host, random) = (host, new Random(seed));

    public Uri Address => new(host.Urls.First());

    /// <summary>Whether some requests go to two programs at once.</summary>
    public bool TellsTwice { get; set; }

    /// <summary>How many went to two programs at once.</summary>
    public int Doubled
    {
        get
        {
            lock (gate) return doubles.Count;
        }
    }

    /// <summary>How many times a request was not answered, and went to another program.</summary>
    public int Resent => resent;

    public static async Task<LoadBalancer> StartAsync(int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var balancer = new LoadBalancer(builder.Build(), seed);
        balancer.host.Run(balancer.PassOnAsync);
        await balancer.host.StartAsync();
        return balancer;
    }

    public void Add(int number, Uri address, CrashPoint crashPoint)
    {
        lock (gate) instances.Add(new Instance(number, address, crashPoint));
    }

    public void Remove(int number)
    {
        lock (gate) instances.RemoveAll(instance => instance.Number == number);
    }

    /// <summary>The statuses with which the second of two programs answered.</summary>
    public async Task<IEnumerable<int>> SecondAnswersAsync()
    {
        Task<BufferedResponse>[] all;
        lock (gate) all = [.. doubles];
        return (await Task.WhenAll(all)).Select(answer => answer.Status);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        wire.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var request = await BufferedRequest.ReadAsync(context);
        Instance first;
        lock (gate)
        {
            first = Choose();
            if (TellsTwice && MayComeTwice(request) && random.Next(OneInSoManyTwice) == 0)
                doubles.Add(AnswerAsync(request, ChooseBut(first), context.RequestAborted));
        }

        await (await AnswerAsync(request, first, context.RequestAborted)).WriteAsync(context.Response);
    }

    /// <summary>
    /// Teams may tell everything again. Slack's events come again, and its people press twice; a command or a form of Slack's is told once.
    /// </summary>
    private static bool MayComeTwice(BufferedRequest request) => request.Target == TeamsEndpoint.Path
        || (Encoding.ASCII.GetString(request.Body) is var body
            && (body.StartsWith('{') || body.Contains("block_actions", StringComparison.Ordinal)));

    private async Task<BufferedResponse> AnswerAsync(BufferedRequest request, Instance to, CancellationToken token)
    {
        while (true)
        {
            try
            {
                return await to.CrashPoint.PassAsync(() => request.PassOnAsync(wire, to.Address));
            }
            catch (HttpRequestException)
            {
                token.ThrowIfCancellationRequested();
                Interlocked.Increment(ref resent);
                lock (gate) to = Choose();
            }
        }
    }

    private Instance Choose() => instances[random.Next(instances.Count)];

    private Instance ChooseBut(Instance one) =>
        instances.Where(each => each != one).ToArray() is { Length: > 0 } others ? others[random.Next(others.Length)] : one;

    private sealed record Instance(int Number, Uri Address, CrashPoint CrashPoint);
}
