using System.Collections.Immutable;
using System.Diagnostics;
using IntroBot.Chat.Interactions;
using IntroBot.Decisions;
using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// Brings one notice of a state to its platform: looks at the newest state first, sends, and writes the receipt together with what
/// follows from the delivery.
/// </summary>
internal sealed partial class NoticeSender<TState>(
    StateStore<TState> states, PartitionOutbox outbox, Messengers messengers, INoticePolicy<TState> follow,
    ILogger<NoticeSender<TState>> logger)
    where TState : Aggregate
{
    /// <summary>Delay before a message is looked for whose answer was lost.</summary>
    private static readonly TimeSpan UntilSure = TimeSpan.FromSeconds(30);

    /// <summary>Delay before a retry where an administrator has to mend the installation.</summary>
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan UntilEarlierArrived = TimeSpan.FromSeconds(15);

    public async Task SendAsync(PartitionSession session, OutboxRow row, Outgoing.Notice notice, CancellationToken token)
    {
        if (row.Record.Attempt > 1 && await outbox.ReceiptAsync(session.Partition, notice.Id, token) is not null)
        {
            session.End(row);
            return;
        }

        var replaces = notice.Replaces is null
            ? null
            : session.ReceiptOf(notice.Replaces) ?? await AwaitEarlierAsync(session, row, notice.Replaces, token);
        if (notice.Replaces is not null && replaces is null)
        {
            return;
        }

        if (await states.NewestAsync(session, token) is not { } seen)
        {
            session.End(row);
            return;
        }

        var words = new Words(session, row, notice, seen);
        switch (await follow.DecideSendAsync(seen, notice, outbox.Now, token))
        {
            case SendDecision.Send go:
                await DeliverAsync(
                    words, new Envelope(words.MessageId, words.Workspace, notice.To, go.Card, replaces, row.Record.Attempt), token);
                break;
            case SendDecision.Postpone wait:
                await PutOffAsync(words, wait.Until, token);
                break;
            case SendDecision.Cancel:
                await LetGoAsync(words, "dropped", _ => new Decision<TState>.Unchanged(), token);
                break;
            case SendDecision.RecipientOptedOut:
                await LetGoAsync(words, "unwelcome", state => follow.OnUndeliverable(state, notice, outbox.Now), token);
                break;
        }
    }

    private async Task DeliverAsync(Words words, Envelope envelope, CancellationToken token)
    {
        switch (await messengers.DeliverAsync(envelope, token))
        {
            case SendResult<string>.Sent sent:
                await FinishAsync(words, "delivered", sent.Value, state => follow.OnDelivered(state, words.Notice, outbox.Now), token);
                messengers.Stored(envelope);
                break;
            case SendResult<string>.Rejected { Concerns: Concerns.Workspace } rejected:
                Log.Held(logger, rejected.Code, words.Session.Partition, words.Notice.Id, words.Attempt);
                await PutOffAsync(words, outbox.Now + UntilMended, token);
                break;
            case SendResult<string>.Rejected rejected:
                var level = rejected.Concerns is Concerns.Content ? LogLevel.Warning : LogLevel.Information;
                Log.Rejected(
                    logger, level, rejected.Code, rejected.Concerns, words.Session.Partition, words.Notice.Id, words.Attempt);
                await FinishAsync(words, "refused", null, state => follow.OnUndeliverable(state, words.Notice, outbox.Now), token);
                break;
            case SendResult<string>.RetryAfter later:
                await PutOffAsync(words, outbox.Now + later.Delay, token);
                break;
            case SendResult<string>.Unknown:
                Log.Unknown(logger, words.Session.Partition, words.Notice.Id, words.Attempt);
                await PutOffAsync(words.Tried(), outbox.Now + UntilSure, token);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>
    /// Words nobody needs any more. An earlier attempt may have brought them all the same:
    /// with a receipt, they change into what came of them.
    /// </summary>
    private async Task LetGoAsync(Words words, string how, Func<TState, Decision<TState>> decide, CancellationToken token)
    {
        var found = words.Attempt > 1
            ? await messengers.FindAsync(words.MessageId, words.Workspace, words.Notice.To, token)
            : new SendResult<string?>.Sent(null);
        switch (found)
        {
            case SendResult<string?>.Sent { Value: var receipt }:
                await FinishAsync(words, how, receipt, decide, token);
                break;
            case SendResult<string?>.Rejected:
                await FinishAsync(words, how, null, decide, token);
                break;
            case SendResult<string?>.RetryAfter later:
                await PutOffAsync(words, outbox.Now + later.Delay, token);
                break;
            case SendResult<string?>.Unknown:
                await PutOffAsync(words, outbox.Now + UntilSure, token);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>
    /// A card can only change once it has arrived; one that never left needs no change. Null when it does not change now.
    /// </summary>
    private async Task<string?> AwaitEarlierAsync(PartitionSession session, OutboxRow row, string earlier, CancellationToken token)
    {
        if (await outbox.FindAsync(session.Partition, earlier, token) is { } waiting)
        {
            var leaves = waiting.What.NotBefore > outbox.Now ? waiting.What.NotBefore.Value : outbox.Now;
            await outbox.PutOffAsync(session, row, leaves + UntilEarlierArrived, token);
            return null;
        }

        // It may have arrived since this process looked.
        var receipt = await outbox.ReceiptAsync(session.Partition, earlier, token);
        if (receipt is null)
        {
            session.End(row);
        }

        return receipt;
    }

    private Task PutOffAsync(Words words, DateTimeOffset until, CancellationToken token) =>
        outbox.PutOffAsync(words.Session, words.Row, until, token);

    /// <summary>The platform has spoken, and a message whose end is not written leaves once more: that is worth a second try.</summary>
    private async Task FinishAsync(Words words, string how, string? receipt, Func<TState, Decision<TState>> decide, CancellationToken token)
    {
        var record = words.Row.Record;
        ImmutableArray<RowChange> along =
        [
            PartitionOutbox.Gone(record),
            .. receipt is null ? Array.Empty<RowChange>() : [PartitionOutbox.Receipt(record, receipt)],
            .. words.Session.TakeEnded(),
        ];
        try
        {
            await WriteAsync(PartitionHead<TState>.Of(words.Seen));
        }
        catch (StoreUnusableException)
        {
            await WriteAsync(null);
        }

        Task WriteAsync(PartitionHead<TState>? known) => states.ChangeAsync(
            words.Session.Partition,
            $"{how}:{record.What.Id}",
            known,
            state => state is null ? new Decision<TState>.Unchanged() : decide(state),
            along,
            token);
    }

    /// <summary>A notice on its way, and the state it was last seen with.</summary>
    private sealed record Words(PartitionSession Session, OutboxRow Row, Outgoing.Notice Notice, TState Seen)
    {
        public string MessageId => StoreKeys.Plain($"{Session.Partition.Replace('|', '.')}.{Notice.Id}");

        public int Attempt => Row.Record.Attempt;

        public WorkspaceId Workspace => new(Session.Partition.Split('|', 2)[0]);

        /// <summary>The same words, which may have arrived.</summary>
        public Words Tried() => this with { Row = Row with { Record = Row.Record with { Attempt = Row.Record.Attempt + 1 } } };
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1, Message = "A notice was rejected ({Code}, concerns the {Concerns}): {Partition} {Notice}, attempt {Attempt}")]
        public static partial void Rejected(
            ILogger logger, LogLevel level, string code, Concerns concerns, string partition, string notice, int attempt);

        [LoggerMessage(
            2, LogLevel.Warning, "A notice waits until the installation is mended ({Code}): {Partition} {Notice}, attempt {Attempt}")]
        public static partial void Held(ILogger logger, string code, string partition, string notice, int attempt);

        [LoggerMessage(3, LogLevel.Warning, "A notice may have been sent, retry looks first: {Partition} {Notice}, attempt {Attempt}")]
        public static partial void Unknown(ILogger logger, string partition, string notice, int attempt);
    }
}
