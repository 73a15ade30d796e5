using IntroBot.Chat;
using IntroBot.Decisions;

namespace IntroBot.Storage;

/// <summary>
/// Brings one notice of a state to its platform: looks at the newest state first, sends, and writes the receipt together with what
/// follows from the delivery.
/// </summary>
internal sealed class NoticeSender<TState>(
    StateStore<TState> states, PartitionOutbox outbox, Messengers messengers, IFollowThrough<TState> follow)
    where TState : class, IWakes
{
    private static readonly TimeSpan UntilEarlierArrived = TimeSpan.FromSeconds(15);

    public async Task SendAsync(string partition, OutboxRow row, Outgoing.Notice notice, CancellationToken token)
    {
        if (row.Record.Attempt > 1 && await outbox.ReceiptAsync(partition, notice.Id, token) is not null)
        {
            await outbox.DropAsync(partition, row.Record, token);
            return;
        }

        var replaces = notice.Replaces is null ? null : await outbox.ReceiptAsync(partition, notice.Replaces, token);
        if (notice.Replaces is { } earlier && replaces is null && (replaces = await AwaitEarlierAsync(partition, row, earlier, token)) is null)
        {
            return;
        }

        if (await states.FindAsync(partition, token) is not { } seen)
        {
            await outbox.DropAsync(partition, row.Record, token);
            return;
        }

        switch (await follow.DepartAsync(seen.State, notice, outbox.Now, token))
        {
            case Departure.Go go:
                await DeliverAsync(partition, row, seen, notice, new Envelope(MessageId(partition, notice), Workspace(partition), notice.To, go.Card, replaces, row.Record.Attempt), token);
                break;
            case Departure.Wait wait:
                await outbox.PutOffAsync(partition, row, wait.Until, token);
                break;
            case Departure.Drop:
                await LetGoAsync(partition, row, seen, notice, "dropped", _ => new Decision<TState>.Unchanged(), token);
                break;
            case Departure.Unwelcome:
                await LetGoAsync(partition, row, seen, notice, "unwelcome", state => follow.Undeliverable(state, notice, outbox.Now), token);
                break;
        }
    }

    /// <summary>Words nobody needs any more. An earlier attempt may have brought them all the same: with a receipt, they change into what came of them.</summary>
    private async Task LetGoAsync(
        string partition, OutboxRow row, Stored<TState> seen, Outgoing.Notice notice, string how, Func<TState, Decision<TState>> decide, CancellationToken token)
    {
        var found = row.Record.Attempt > 1
            ? await messengers.FindAsync(MessageId(partition, notice), Workspace(partition), notice.To, token)
            : new Delivery.Refused("never sent");
        switch (found)
        {
            case Delivery.Done done:
                await FinishAsync(partition, row, seen, how, decide, [PartitionOutbox.Gone(row.Record), PartitionOutbox.Receipt(row.Record, done.Receipt)], token);
                break;
            case Delivery.Refused:
                await FinishAsync(partition, row, seen, how, decide, [PartitionOutbox.Gone(row.Record)], token);
                break;
            case Delivery.TryLater later:
                await outbox.PutOffAsync(partition, row, outbox.Now + later.After, token);
                break;
            case Delivery.Unsure unsure:
                await outbox.PutOffAsync(partition, row, outbox.Now + unsure.After, token);
                break;
        }
    }

    private async Task DeliverAsync(
        string partition, OutboxRow row, Stored<TState> seen, Outgoing.Notice notice, Envelope envelope, CancellationToken token)
    {
        switch (await messengers.DeliverAsync(envelope, token))
        {
            case Delivery.Done done:
                await FinishAsync(
                    partition,
                    row,
                    seen,
                    "delivered",
                    state => follow.Delivered(state, notice, outbox.Now),
                    [PartitionOutbox.Gone(row.Record), PartitionOutbox.Receipt(row.Record, done.Receipt)],
                    token);
                messengers.Stored(envelope);
                break;
            case Delivery.TryLater later:
                await outbox.PutOffAsync(partition, row, outbox.Now + later.After, token);
                break;
            case Delivery.Unsure unsure:
                await outbox.PutOffAsync(partition, row with { Record = row.Record with { Attempt = row.Record.Attempt + 1 } }, outbox.Now + unsure.After, token);
                break;
            case Delivery.Refused:
                await FinishAsync(partition, row, seen, "refused", state => follow.Undeliverable(state, notice, outbox.Now), [PartitionOutbox.Gone(row.Record)], token);
                break;
        }
    }

    /// <summary>A card can only change once it has arrived; one that never left needs no change. Null when it does not change now.</summary>
    private async Task<string?> AwaitEarlierAsync(string partition, OutboxRow row, string earlier, CancellationToken token)
    {
        if (await outbox.FindAsync(partition, earlier, token) is { } waiting)
        {
            var leaves = waiting.What.NotBefore > outbox.Now ? waiting.What.NotBefore.Value : outbox.Now;
            await outbox.PutOffAsync(partition, row, leaves + UntilEarlierArrived, token);
            return null;
        }

        // Between the first look for a receipt and the look into the outbox it may have arrived.
        var receipt = await outbox.ReceiptAsync(partition, earlier, token);
        if (receipt is null)
        {
            await outbox.DropAsync(partition, row.Record, token);
        }

        return receipt;
    }

    /// <summary>The platform has spoken, and a message whose end is not written leaves once more: that is worth a second try.</summary>
    private async Task FinishAsync(
        string partition, OutboxRow row, Stored<TState> seen, string how, Func<TState, Decision<TState>> decide, RowChange[] along, CancellationToken token)
    {
        try
        {
            await WriteAsync(seen);
        }
        catch (StoreUnusableException)
        {
            await WriteAsync(null);
        }

        Task WriteAsync(Stored<TState>? known) => states.ChangeAsync(
            partition,
            $"{how}:{row.Record.What.Id}",
            known,
            state => state is null ? new Decision<TState>.Unchanged() : decide(state),
            [.. along],
            token);
    }

    private static string MessageId(string partition, Outgoing.Notice notice) => StoreKeys.Plain($"{partition.Replace('|', '.')}.{notice.Id}");

    private static WorkspaceId Workspace(string partition) => new(partition.Split('|', 2)[0]);
}
