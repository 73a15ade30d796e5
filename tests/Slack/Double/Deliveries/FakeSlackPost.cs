using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Slack.Double.Deliveries;

/// <summary>Tells the app things, over HTTP or a socket, and minds how it answers.</summary>
internal sealed class FakeSlackPost(FakeSlack slack) : IDisposable
{
    private readonly HttpClient wire = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>How often everything is told at the same moment, as by a Slack that lost patience.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Tells something new; complains of an answer that Slack would show as an error.</summary>
    public async Task<FakeSlackDelivery> SendAsync(FakeSlackKind kind, JsonObject payload)
    {
        var letter = FakeSlackLetter.Of(kind, payload);
        var again = Enumerable.Range(1, Times - 1).Select(retry => SendAsync(letter.Again(retry, "http_timeout"), signs: true)).ToList();
        var delivery = await SendAsync(letter, signs: true);
        foreach (var other in await Task.WhenAll(again))
        {
            if ((other.Status, other.Body) != (delivery.Status, delivery.Body))
                throw new FakeSlackComplaint($"The same was answered with {delivery.Status} and with {other.Status}.");
        }
        if (slack.ComplainsOfAnswers) Check(delivery);
        return delivery;
    }

    /// <summary>Sends a letter and minds nothing.</summary>
    public async Task<FakeSlackDelivery> SendAsync(FakeSlackLetter letter, bool signs)
    {
        if (slack.App.SocketMode) return await slack.Sockets.SendAsync(letter);
        if (signs) letter = letter.Signed(slack.App.SigningSecret, slack.Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, slack.App.UrlOf(letter.Kind))
        {
            Content = new ByteArrayContent(letter.Body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(letter.ContentType);
        foreach (var (name, value) in letter.Headers) request.Headers.TryAddWithoutValidation(name, value);

        var start = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(slack.AnswerTime);
        try
        {
            using var answer = await wire.SendAsync(request, patience.Token);
            var body = await answer.Content.ReadAsStringAsync(patience.Token);
            var headers = answer.Headers.Concat(answer.Content.Headers)
                .ToImmutableDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            return new FakeSlackDelivery(slack, letter, (int)answer.StatusCode, body, Stopwatch.GetElapsedTime(start))
            {
                AnswerHeaders = headers,
            };
        }
        catch (OperationCanceledException)
        {
            return new FakeSlackDelivery(slack, letter, 0, "", Stopwatch.GetElapsedTime(start)) { Failure = "operation_timeout" };
        }
        catch (HttpRequestException exception)
        {
            return new FakeSlackDelivery(slack, letter, 0, "", Stopwatch.GetElapsedTime(start))
            {
                Failure = $"connection_failed: {exception.Message}",
            };
        }
    }

    public void Dispose() => wire.Dispose();

    private static void Check(FakeSlackDelivery delivery)
    {
        var what = $"The {delivery.Letter.Kind} {delivery.Payload.Text("type")}{delivery.Payload.Text("command")}";
        if (delivery.Failure is { } failure) throw new FakeSlackComplaint($"{what} was not answered in time: {failure}.");
        if (!delivery.IsSuccess) throw new FakeSlackComplaint($"{what} was answered with {delivery.Status}: {delivery.Body}");
        if (delivery is { Letter.Kind: FakeSlackKind.Interaction, Body.Length: > 0 } && delivery.Payload.Text("type") != "view_submission")
            throw new FakeSlackComplaint($"{what} was answered with words that go nowhere: {delivery.Body}");
    }
}
