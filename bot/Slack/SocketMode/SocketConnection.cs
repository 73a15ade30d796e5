using System.Buffers;
using System.Net.WebSockets;
using IntroBot.Platforms;
using IntroBot.Slack.Inbound;

namespace IntroBot.Slack.SocketMode;

/// <summary>One open socket: heard to its end, and everything it brings acknowledged on it.</summary>
internal sealed partial class SocketConnection(ClientWebSocket socket, SlackAdapter adapter, ILogger logger)
{
    private readonly TaskCompletionSource<SocketEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tells when the next socket should open, which may be long before this one is at its end, and why.</summary>
    public Task<SocketEnd> NextAsync() => end.Task;

    /// <summary>Hears the socket to its end, and gives it back when all it brought is answered.</summary>
    public async Task HearAsync(CancellationToken stopping)
    {
        using var one = new SemaphoreSlim(1);
        var answering = new List<Task>();
        try
        {
            while (await ReceiveAsync(stopping) is { } text)
            {
                switch (Read(text))
                {
                    case { Type: "disconnect", Reason: "link_disabled" }:
                        end.TrySetResult(SocketEnd.Disabled);
                        return;
                    case { Type: "disconnect" }:
                        end.TrySetResult(SocketEnd.Asked);
                        break;
                    case { EnvelopeId: { } } envelope:
                        answering.RemoveAll(task => task.IsCompleted);
                        answering.Add(AnswerAsync(envelope, one));
                        break;
                }
            }
        }
        catch (Exception lost) when (lost is WebSocketException or IOException)
        {
            Log.Lost(logger, ExceptionSummary.Of(lost));
        }
        finally
        {
            // The next socket opens without waiting for the last answers of this one.
            end.TrySetResult(SocketEnd.Lost);
            await Task.WhenAll(answering);
            socket.Dispose();
        }
    }

    /// <summary>Never throws, so that one answer that fails leaves the socket to the others and to its end.</summary>
    private async Task AnswerAsync(SocketEnvelope envelope, SemaphoreSlim one)
    {
        try
        {
            await AcknowledgeAsync(envelope, one);
        }
        catch (Exception lost) when (lost is WebSocketException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            Log.Lost(logger, ExceptionSummary.Of(lost));
        }
#pragma warning disable CA1031 // One request that cannot be answered is delivered again; the socket goes on with the next.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.NotAnswered(logger, ExceptionSummary.Of(failure));
        }
    }

    private async Task AcknowledgeAsync(SocketEnvelope envelope, SemaphoreSlim one)
    {
        var answer = SocketRequests.Read(envelope) is { } request
            ? await adapter.AnswerAsync(request, CancellationToken.None)
            : new SlackAnswer.BadRequest();
        if (answer is SlackAnswer.Failed)
        {
            // Without an acknowledgement Slack delivers it again.
            return;
        }

        var acknowledgement = SocketRequests.Acknowledge(envelope, answer);
        await one.WaitAsync();
        try
        {
            await socket.SendAsync(acknowledgement, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            one.Release();
        }
    }

    private static SocketEnvelope? Read(byte[] text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SocketJson.Default.SocketEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Null when the socket is at its end, or we are; stopping leaves it open, so that what was heard is still acknowledged.
    /// </summary>
    private async Task<byte[]?> ReceiveAsync(CancellationToken stopping)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var receiving = socket.ReceiveAsync(message.GetMemory(8192), CancellationToken.None).AsTask();
            await ((Task)receiving).WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!receiving.IsCompleted)
            {
                return null;
            }

            var part = await receiving;
            if (part.MessageType == WebSocketMessageType.Close || message.WrittenCount > SlackEndpoint.MaxBytes)
            {
                return null;
            }

            message.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return message.WrittenSpan.ToArray();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A socket to Slack was lost and is opened again: {Failure}")]
        public static partial void Lost(ILogger logger, string failure);

        [LoggerMessage(2, LogLevel.Error, "A request by a socket could not be answered, and Slack delivers it again: {Failure}")]
        public static partial void NotAnswered(ILogger logger, string failure);
    }
}
