using IntroBot.Platforms;
using IntroBot.Storage.Tables;

namespace IntroBot.Tests.Storage.Scenes;

/// <summary>What goes wrong with one call on its way to the store or the platform.</summary>
public enum Fault
{
    None,
    FailsBefore,

    /// <summary>It is done, and nobody hears of it.</summary>
    FailsAfter,

    /// <summary>It is done, and the answer is what the client's own second try meets.</summary>
    SeemsInConflict,
    DiesBefore,
    DiesAfter,
}

/// <summary>Lets the calls of one process through and breaks those that are chosen; a process that died makes no call any more.</summary>
internal sealed class Faults(Func<int, StoreCall, Fault> choose)
{
    private readonly Lock gate = new();
    private int calls;
    private volatile bool dead;
    private volatile bool calm;

    public int Calls => calls;

    public bool Dead => dead;

    public static Faults None => new((_, _) => Fault.None);

    public static Faults At(int call, Fault fault) => new((number, _) => number == call ? fault : Fault.None);

    /// <summary>The first call that fits.</summary>
    public static Faults Once(Func<StoreCall, bool> fits, Fault fault)
    {
        var left = 1;
        return new Faults((_, call) => fits(call) && left-- > 0 ? fault : Fault.None);
    }

    /// <summary>About one call in <paramref name="every"/> breaks, each time in another way.</summary>
    public static Faults Storm(int seed, int every)
    {
        var random = new Random(seed);
        return new Faults((_, _) => random.Next(every) > 0
            ? Fault.None
            : random.Next(3) switch { 0 => Fault.FailsBefore, 1 => Fault.FailsAfter, _ => Fault.SeemsInConflict });
    }

    /// <summary>Nothing breaks any more.</summary>
    public void Calm() => calm = true;

    public async Task<T> PassAsync<T>(StoreCall call, Func<Task<T>> go, Func<T>? conflict = null)
    {
        var fault = Next(call);
        dead |= fault == Fault.DiesBefore;
        if (dead) throw new ProcessDiedException();
        if (fault == Fault.FailsBefore) throw new StoreUnusableException("Nothing goes through.");

        var result = await go();
        dead |= fault == Fault.DiesAfter;
        if (dead) throw new ProcessDiedException();
        return fault switch
        {
            Fault.FailsAfter => throw new StoreUnusableException("The answer is lost."),
            Fault.SeemsInConflict when conflict is not null => conflict(),
            _ => result,
        };
    }

    private Fault Next(StoreCall call)
    {
        lock (gate) return calm ? Fault.None : choose(++calls, call);
    }
}

/// <summary>The process is gone; nobody hears of this.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>The store as one process reaches it.</summary>
internal sealed class FaultyStore(ITableStore inner, Faults faults) : DelegatingTableStore(inner)
{
    protected override Task<T> ReadAsync<T>(StoreCall call, Func<Task<T>> go) => faults.PassAsync(call, go);

    protected override Task<WriteResult> WriteAsync(StoreCall call, Func<Task<WriteResult>> go) =>
        faults.PassAsync(call, go, () => new WriteResult.Conflict(call.Changes[0].Row));
}

/// <summary>The platform as one process reaches it.</summary>
internal sealed class FaultyMessenger(IMessenger inner, Faults faults) : IMessenger
{
    public string Platform => inner.Platform;

    public bool Serves(WorkspaceId workspace) => inner.Serves(workspace);

    public Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token) =>
        faults.PassAsync(new StoreCall(StoreCallKind.Deliver, "", envelope.MessageId, []), () => inner.DeliverAsync(envelope, token));

    public Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        faults.PassAsync(new StoreCall(StoreCallKind.Deliver, "", messageId, []), () => inner.FindAsync(messageId, workspace, to, token));
}
