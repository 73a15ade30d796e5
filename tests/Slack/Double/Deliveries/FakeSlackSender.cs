using System.Diagnostics;
using System.Net.Http.Headers;

namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>Tells the app things, over HTTP or a socket, and minds how it answers.</summary>
internal sealed class FakeSlackSender(FakeSlack slack) : IDisposable
{
    private readonly HttpClient wire = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>How often everything is told at the same moment, as by a Slack that lost patience.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Tells something new; complains of an answer that Slack would show as an error.</summary>
    public async Task<FakeSlackDelivery> SendAsync(FakeSlackDispatchKind kind, JsonObject payload)
    {
        var dispatch = FakeSlackDispatch.Of(kind, payload);
        var again = Enumerable.Range(1, Times - 1).Select(retry => SendAsync(dispatch.Again(retry, "http_timeout"), signs: true)).ToList();
        var delivery = await SendAsync(dispatch, signs: true);
        foreach (var other in await Task.WhenAll(again))
        {
            if ((other.Status, other.Body) != (delivery.Status, delivery.Body))
                throw new FakeSlackUserErrorException($"The same was answered with {delivery.Status} and with {other.Status}.");
        }
        if (slack.ComplainsOfAnswers) Check(delivery);
        return delivery;
    }

    /// <summary>Sends a dispatch and minds nothing.</summary>
    public async Task<FakeSlackDelivery> SendAsync(FakeSlackDispatch dispatch, bool signs)
    {
        if (slack.App.SocketMode) return await slack.Sockets.SendAsync(dispatch);
        if (signs) dispatch = dispatch.Signed(slack.App.SigningSecret, slack.Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, slack.App.UrlOf(dispatch.Kind))
        {
            Content = new ByteArrayContent(dispatch.Body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(dispatch.ContentType);
        foreach (var (name, value) in dispatch.Headers) request.Headers.TryAddWithoutValidation(name, value);

        var start = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(slack.AnswerTime);
        try
        {
            using var answer = await wire.SendAsync(request, patience.Token);
            var body = await answer.Content.ReadAsStringAsync(patience.Token);
            var headers = answer.Headers.Concat(answer.Content.Headers)
                .ToImmutableDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            return new FakeSlackDelivery(slack, dispatch, (int)answer.StatusCode, body, Stopwatch.GetElapsedTime(start))
            {
                AnswerHeaders = headers,
            };
        }
        catch (OperationCanceledException)
        {
            return new FakeSlackDelivery(slack, dispatch, 0, "", Stopwatch.GetElapsedTime(start)) { Failure = "operation_timeout" };
        }
        catch (HttpRequestException exception)
        {
            return new FakeSlackDelivery(slack, dispatch, 0, "", Stopwatch.GetElapsedTime(start))
            {
                Failure = $"connection_failed: {exception.Message}",
            };
        }
    }

    public void Dispose() => wire.Dispose();

    private static void Check(FakeSlackDelivery delivery)
    {
        var what = $"The {delivery.Dispatch.Kind} {delivery.Payload.Text("type")}{delivery.Payload.Text("command")}";
        if (delivery.Failure is { } failure) throw new FakeSlackUserErrorException($"{what} was not answered in time: {failure}.");
        if (!delivery.IsSuccess) throw new FakeSlackUserErrorException($"{what} was answered with {delivery.Status}: {delivery.Body}");
        if (delivery is { Dispatch.Kind: FakeSlackDispatchKind.Interaction, Body.Length: > 0 }
            && delivery.Payload.Text("type") != "view_submission")
            throw new FakeSlackUserErrorException($"{what} was answered with words that go nowhere: {delivery.Body}");
    }
}
