namespace IntroBot.Decisions;

/// <summary>Work whose time has come: reminders, expiry, questions, and messages a crash left behind.</summary>
public interface IDueWork
{
    /// <summary>Does all that is due at this moment of the program's clock and returns when nothing more is.</summary>
    Task RunAsync(CancellationToken token);

    /// <summary>Returns when every message and effect already committed by this process has been handled.</summary>
    Task SettleAsync(CancellationToken token);
}
