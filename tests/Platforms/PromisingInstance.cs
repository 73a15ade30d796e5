using IntroBot.Platforms;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Platforms;

/// <summary>One instance of a program, and what it says on its platform.</summary>
internal sealed class PromisingInstance : PromisedWords
{
    public const string Name = "promised";

    private readonly ApplicationLifetime program;
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? holds;

    public PromisingInstance(InstanceShelf shelf, StillTime time)
        : this(shelf, time, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance)) { }

    private PromisingInstance(InstanceShelf shelf, StillTime time, ApplicationLifetime program)
        : this(shelf, time, program, new BackgroundTasks(program, time.Wall, NullLogger<BackgroundTasks>.Instance)) { }

    private PromisingInstance(InstanceShelf shelf, StillTime time, ApplicationLifetime program, BackgroundTasks background)
        : base(Name, shelf, background, time.Wall) =>
        (Shelf, this.program, Afterwards) = (shelf, program, background);

    public InstanceShelf Shelf { get; }

    public BackgroundTasks Afterwards { get; }

    /// <summary>What it has turned to the platform with, and what of it was said.</summary>
    public List<string> Begun { get; } = [];

    public List<string> Said { get; } = [];

    public bool MayBeSaid { get; private set; }

    /// <summary>Until when the platform puts off a try, and how many it does.</summary>
    public TimeSpan Later { get; set; }

    public int Laters { get; set; } = 1;

    /// <summary>How many tries fail before the platform is asked.</summary>
    public int Failures { get; set; }

    /// <summary>The platform does not answer to these words until they are released.</summary>
    public void Holds(string words) => holds = words;

    public void Release() => held.SetResult();

    public void Dies() => Shelf.IsCutOff = true;

    public void ComesBack() => Shelf.IsCutOff = false;

    public void Stop() => program.StopApplication();

    public Task SayAsync(string user, string words) => SayAsync("acme", user, words, words, CancellationToken.None);

    protected override async Task<SendResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token)
    {
        Begun.Add(promise.Words);
        MayBeSaid = mayBeSaid;
        if (Failures-- > 0) throw new IOException("The store is out of reach.");
        if (Later > TimeSpan.Zero && Laters-- > 0) return new SendResult<string>.RetryAfter(Later);

        if (holds == promise.Words) await held.Task;
        Said.Add(promise.Words);
        return new SendResult<string>.Sent("receipt");
    }
}
