using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// Sends one notice of a state to its platform: reads the newest state first, sends, and writes the receipt together with what the delivery
/// causes.
/// </summary>
internal sealed partial class NoticeSender<TState>(
    StateStore<TState> states, PartitionOutbox outbox, Messengers messengers, INoticePolicy<TState> policy,
    ILogger<NoticeSender<TState>> logger)
    where TState : Aggregate
{
    /// <summary>How a notice ended, as its operation row is named after it: stored words, which never change.</summary>
    private const string Delivered = "delivered", Refused = "refused", Dropped = "dropped", Unwelcome = "unwelcome";

    /// <summary>Delay before a message is looked for whose answer was lost.</summary>
    private static readonly TimeSpan LostAnswerDelay = TimeSpan.FromSeconds(30);

    /// <summary>Delay before a retry where an administrator has to mend the installation.</summary>
    private static readonly TimeSpan RejectedWorkspaceDelay = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ReplacedMessageDelay = TimeSpan.FromSeconds(15);

    public async Task SendAsync(PartitionSession session, OutboxRow row, Outgoing.Notice notice, CancellationToken token)
    {
        if (row.Record.Attempt > 1 && await outbox.ReceiptAsync(session.Partition, notice.Id, token) is not null)
        {
            session.Complete(row);
            return;
        }

        var replaces = notice.Replaces is null
            ? null
            : session.ReceiptOf(notice.Replaces) ?? await AwaitReplacedAsync(session, row, notice.Replaces, token);
        if (notice.Replaces is not null && replaces is null)
        {
            return;
        }

        if (await states.CurrentAsync(session, token) is not { } seen)
        {
            session.Complete(row);
            return;
        }

        var pending = new PendingNotice(session, row, notice, seen);
        switch (await policy.DecideSendAsync(seen, notice, outbox.Now, token))
        {
            case SendDecision.Send send:
                await DeliverAsync(
                    pending, new Envelope(pending.MessageId, pending.Workspace, notice.To, send.Card, replaces, row.Record.Attempt), token);
                break;
            case SendDecision.Postpone postpone:
                await PostponeAsync(pending, postpone.Until, token);
                break;
            case SendDecision.Cancel:
                await CancelAsync(pending, Dropped, _ => new Decision<TState>.Unchanged(), token);
                break;
            case SendDecision.RecipientOptedOut:
                await CancelAsync(pending, Unwelcome, state => policy.OnUndeliverable(state, notice, outbox.Now), token);
                break;
        }
    }

    private async Task DeliverAsync(PendingNotice pending, Envelope envelope, CancellationToken token)
    {
        switch (await messengers.DeliverAsync(envelope, token))
        {
            case SendResult<string>.Sent sent:
                await FinishAsync(
                    pending, Delivered, sent.Value, state => policy.OnDelivered(state, pending.Notice, outbox.Now), token);
                messengers.Stored(envelope);
                break;
            case SendResult<string>.Rejected { Concerns: Concerns.Workspace } rejected:
                Log.Held(logger, rejected.Code, pending.Session.Partition, pending.Notice.Id, pending.Attempt);
                await PostponeAsync(pending, outbox.Now + RejectedWorkspaceDelay, token);
                break;
            case SendResult<string>.Rejected rejected:
                var level = rejected.Concerns is Concerns.Content ? LogLevel.Warning : LogLevel.Information;
                Log.Rejected(
                    logger, level, rejected.Code, rejected.Concerns, pending.Session.Partition, pending.Notice.Id, pending.Attempt);
                await FinishAsync(pending, Refused, null, state => policy.OnUndeliverable(state, pending.Notice, outbox.Now), token);
                break;
            case SendResult<string>.RetryAfter later:
                await PostponeAsync(pending, outbox.Now + later.Delay, token);
                break;
            case SendResult<string>.Unknown:
                Log.Unknown(logger, pending.Session.Partition, pending.Notice.Id, pending.Attempt);
                await PostponeAsync(pending.WithNextAttempt(), outbox.Now + LostAnswerDelay, token);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Cancels a notice. An earlier attempt may have delivered it: then its receipt lets later notices replace it.</summary>
    private async Task CancelAsync(PendingNotice pending, string outcome, Func<TState, Decision<TState>> decide, CancellationToken token)
    {
        var found = pending.Attempt > 1
            ? await messengers.FindAsync(pending.MessageId, pending.Workspace, pending.Notice.To, token)
            : new SendResult<string?>.Sent(null);
        switch (found)
        {
            case SendResult<string?>.Sent { Value: var receipt }:
                await FinishAsync(pending, outcome, receipt, decide, token);
                break;
            case SendResult<string?>.Rejected:
                await FinishAsync(pending, outcome, null, decide, token);
                break;
            case SendResult<string?>.RetryAfter later:
                await PostponeAsync(pending, outbox.Now + later.Delay, token);
                break;
            case SendResult<string?>.Unknown:
                await PostponeAsync(pending, outbox.Now + LostAnswerDelay, token);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>
    /// A card can only be replaced once it has arrived; one that was never sent needs no replacement. Null when nothing is to be sent now.
    /// </summary>
    private async Task<string?> AwaitReplacedAsync(PartitionSession session, OutboxRow row, string replaced, CancellationToken token)
    {
        if (await outbox.FindAsync(session.Partition, replaced, token) is { } waiting)
        {
            var sendsAt = waiting.What.NotBefore > outbox.Now ? waiting.What.NotBefore.Value : outbox.Now;
            await outbox.PostponeAsync(session, row, sendsAt + ReplacedMessageDelay, token);
            return null;
        }

        // It may have been delivered since this process read the partition.
        var receipt = await outbox.ReceiptAsync(session.Partition, replaced, token);
        if (receipt is null)
        {
            session.Complete(row);
        }

        return receipt;
    }

    private Task PostponeAsync(PendingNotice pending, DateTimeOffset until, CancellationToken token) =>
        outbox.PostponeAsync(pending.Session, pending.Row, until, token);

    /// <summary>The platform has answered, and without this write the message would be sent again: that is worth a retry.</summary>
    private async Task FinishAsync(
        PendingNotice pending, string outcome, string? receipt, Func<TState, Decision<TState>> decide, CancellationToken token)
    {
        var record = pending.Row.Record;
        ImmutableArray<RowChange> extraRows =
        [
            PartitionOutbox.Delete(record),
            .. receipt is null ? Array.Empty<RowChange>() : [PartitionOutbox.Receipt(record, receipt)],
            .. pending.Session.TakeCompleted(),
        ];
        try
        {
            await WriteAsync(PartitionHead<TState>.Of(pending.Seen));
        }
        catch (StoreUnusableException)
        {
            await WriteAsync(null);
        }

        Task WriteAsync(PartitionHead<TState>? known) => states.ChangeAsync(
            pending.Session.Partition,
            $"{outcome}:{record.What.Id}",
            known,
            state => state is null ? new Decision<TState>.Unchanged() : decide(state),
            extraRows,
            token);
    }

    /// <summary>A notice being sent, and the state it was decided with.</summary>
    private sealed record PendingNotice(PartitionSession Session, OutboxRow Row, Outgoing.Notice Notice, TState Seen)
    {
        public string MessageId => StoreKeys.Plain($"{Session.Partition.Replace('|', '.')}.{Notice.Id}");

        public int Attempt => Row.Record.Attempt;

        public WorkspaceId Workspace => new(Session.Partition.Split('|', 2)[0]);

        /// <summary>The same notice, which may have been delivered.</summary>
        public PendingNotice WithNextAttempt() =>
            this with { Row = Row with { Record = Row.Record with { Attempt = Row.Record.Attempt + 1 } } };
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
