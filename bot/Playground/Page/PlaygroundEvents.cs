using IntroBot.Decisions;
using IntroBot.Playground.Community;

namespace IntroBot.Playground.Page;

/// <summary>Server-sent events: tells an open page that what it shows has changed.</summary>
public sealed class PlaygroundEvents(
    ChangeNotifier bell, PlaygroundCommunity community, PlaygroundClock clock, IDueWork work, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task StreamAsync(HttpContext context)
    {
        if (community.Find(context.Request.Query["as"].ToString()) is null)
        {
            await ErrorPages.WriteAsync(
                context, StatusCodes.Status400BadRequest, "I do not know who you are. Please choose a person on the page.");
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var listener = bell.Subscribe();
        context.Response.ContentType = "text/event-stream";
        try
        {
            // A page looks again as soon as it is connected: by then, whatever was on its way while it loaded has arrived.
            await work.SettleAsync(ended.Token);
            await SendAsync(context, "retry: 1000\n\n", ended.Token);
            var ring = listener.Changes.ReadAsync(ended.Token).AsTask();
            while (!ended.IsCancellationRequested)
            {
                using var beat = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
                var rang = await Task.WhenAny(ring, Task.Delay(Heartbeat, clock, beat.Token)) == ring;
                await beat.CancelAsync();
                if (rang)
                {
                    // What follows from a message is kept after it is said, and the home shows that too.
                    await work.SettleAsync(ended.Token);
                }

                await SendAsync(context, rang ? "event: changed\ndata: now\n\n" : ": still here\n\n", ended.Token);
                ring = rang ? listener.Changes.ReadAsync(ended.Token).AsTask() : ring;
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the program stops.
        }
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken token)
    {
        await context.Response.WriteAsync(text, token);
        await context.Response.Body.FlushAsync(token);
    }
}
