namespace IntroBot.Decisions;

/// <summary>Due work: reminders, expiry, questions, and messages that a crash left behind.</summary>
public interface IDueWork
{
    /// <summary>Runs everything that is due by the program's clock, and returns when nothing more is.</summary>
    Task RunAsync(CancellationToken token);

    /// <summary>Returns when every message and effect already committed by this process has been handled.</summary>
    Task SettleAsync(CancellationToken token);
}
