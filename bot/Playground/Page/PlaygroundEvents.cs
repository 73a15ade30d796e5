using IntroBot.Playground.Community;

namespace IntroBot.Playground.Page;

/// <summary>Sends server-sent events that tell an open page of changes.</summary>
public sealed class PlaygroundEvents(
    ChangeNotifier notifier, PlaygroundCommunity community, PlaygroundClock clock, IDueWork work, IHostApplicationLifetime lifetime)
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
        using var listener = notifier.Subscribe();
        context.Response.ContentType = "text/event-stream";
        try
        {
            // A page reloads once it is connected: by then, pending work from while it loaded is done.
            await work.SettleAsync(ended.Token);
            await SendAsync(context, "retry: 1000\n\n", ended.Token);
            var change = listener.Changes.ReadAsync(ended.Token).AsTask();
            while (!ended.IsCancellationRequested)
            {
                using var delayToken = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
                var isChanged = await Task.WhenAny(change, Task.Delay(Heartbeat, clock, delayToken.Token)) == change;
                await delayToken.CancelAsync();
                if (isChanged)
                {
                    // Effects of a message are stored after it, and the home shows them too.
                    await work.SettleAsync(ended.Token);
                }

                await SendAsync(context, isChanged ? "event: changed\ndata: now\n\n" : ": still here\n\n", ended.Token);
                change = isChanged ? listener.Changes.ReadAsync(ended.Token).AsTask() : change;
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
