using IntroBot.Chat;
using IntroBot.Platforms;
using IntroBot.Tests.Playground;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntroBot.Tests.Platforms;

/// <summary>An answer that was promised is said, and by one instance alone.</summary>
public sealed class PromisedWordsTests
{
    private const string Shelf = "promised";

    /// <summary>Longer than a promise is left to an instance that died.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly StillTime time = StillTime.Noon;
    private readonly MemoryShelf shelf = new();

    [Fact]
    public async Task It_is_said_once_and_gone()
    {
        var living = Instance();
        await SayAsync(living, "hello");

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task An_instance_that_starts_leaves_to_another_what_that_one_is_saying_however_long_that_takes()
    {
        var (living, starting) = (Instance(), Instance());
        living.Holds("hello");
        await SayAsync(living, "hello");

        await StartAsync(starting);
        await time.PassAsync(Long);
        Assert.Empty(starting.Begun);
        living.Release();
        await time.PassAsync(Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(starting.Begun);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task What_a_dead_instance_owed_is_said_by_the_next_and_looked_for_first()
    {
        var (dead, next) = (Instance(), Instance());
        dead.Holds("hello");
        await SayAsync(dead, "hello");
        dead.Dies();

        await StartAsync(next);
        await time.SettleAsync();
        Assert.Empty(next.Begun);
        await time.PassAsync(Long);

        Assert.Equal(["hello"], next.Said);
        Assert.True(next.MayBeSaid);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task One_that_somebody_still_has_holds_up_nobody_else()
    {
        var (living, dead, next) = (Instance(), Instance(), Instance());
        living.Holds("for Ava");
        await SayAsync(living, "for Ava");
        await time.PassAsync(TimeSpan.FromSeconds(1));
        dead.Holds("for Grace");
        await SayAsync(dead, "for Grace", "grace");
        dead.Dies();

        await StartAsync(next);
        await time.PassAsync(Long);

        Assert.Equal(["for Grace"], next.Said);
    }

    [Fact]
    public async Task What_one_person_is_owed_is_said_in_its_order()
    {
        var (dead, next) = (Instance(), Instance());
        dead.Holds("first");
        await SayAsync(dead, "first");
        await time.PassAsync(TimeSpan.FromSeconds(2));
        await SayAsync(dead, "second");

        // The claim to the first has just been renewed, that to the second not yet.
        await time.PassAsync(TimeSpan.FromSeconds(7));
        dead.Dies();
        await StartAsync(next);
        await time.PassAsync(Long);

        Assert.Equal(["first", "second"], next.Said);
    }

    [Fact]
    public async Task What_has_to_wait_for_the_platform_is_left_to_whoever_waits()
    {
        var (living, starting) = (Instance(), Instance());
        living.Later = TimeSpan.FromSeconds(50);
        await SayAsync(living, "hello");
        await StartAsync(starting);

        await time.PassAsync(Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(starting.Begun);
    }

    [Fact]
    public async Task What_the_platform_puts_off_again_and_again_is_said_in_the_end()
    {
        var living = Instance();
        (living.Later, living.Laters) = (TimeSpan.FromSeconds(20), 12);
        await SayAsync(living, "hello");

        await time.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task What_the_store_keeps_from_being_said_is_said_when_it_is_back()
    {
        var living = Instance();
        living.Failures = 3;
        await SayAsync(living, "hello");
        Assert.Empty(living.Said);

        await time.PassAsync(TimeSpan.FromMinutes(4));

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task A_program_that_ends_does_not_wait_for_the_platform_and_its_next_start_says_it_at_once()
    {
        var (ending, next) = (Instance(), Instance());
        ending.Later = TimeSpan.FromSeconds(50);
        await SayAsync(ending, "hello");

        await StopAsync(ending);
        await StartAsync(next);
        await time.SettleAsync();

        Assert.Equal(["hello"], next.Said);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task A_program_that_ends_does_not_wait_for_what_another_has()
    {
        var (living, ending) = (Instance(), Instance());
        living.Holds("hello");
        await SayAsync(living, "hello");
        await StartAsync(ending);
        await time.SettleAsync();

        await StopAsync(ending);

        Assert.Single(await OwedAsync());
    }

    [Fact]
    public async Task A_program_that_ends_finishes_what_it_is_saying()
    {
        var ending = Instance();
        ending.Holds("hello");
        await SayAsync(ending, "hello");
        ending.Stop();
        var stopped = ending.Afterwards.StopAsync(CancellationToken.None);
        await time.SettleAsync();
        Assert.False(stopped.IsCompleted);

        ending.Release();
        await stopped;

        Assert.Equal(["hello"], ending.Said);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task An_instance_that_was_taken_for_dead_tries_no_more_once_it_knows()
    {
        var (late, next) = (Instance(), Instance());
        late.Later = TimeSpan.FromSeconds(50);
        await SayAsync(late, "hello");
        late.Dies();
        await StartAsync(next);
        next.Holds("hello");
        await time.PassAsync(TimeSpan.FromSeconds(35));
        late.ComesBack();

        await time.PassAsync(Long);

        Assert.Single(late.Begun);
        Assert.Single(await OwedAsync());
    }

    [Fact]
    public async Task The_same_promise_again_is_the_same_promise()
    {
        var (living, other) = (Instance(), Instance());
        living.Holds("hello");
        await SayAsync(living, "hello");
        await SayAsync(other, "hello");

        living.Release();
        await time.PassAsync(Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(other.Begun);
    }

    [Fact]
    public async Task The_same_promise_again_is_kept_by_whoever_gave_it_again_when_the_first_died()
    {
        var (dead, other) = (Instance(), Instance());
        dead.Holds("hello");
        await SayAsync(dead, "hello");
        dead.Dies();

        await SayAsync(other, "hello");
        await time.PassAsync(Long);

        Assert.Equal(["hello"], other.Said);
    }

    [Fact]
    public async Task It_is_said_once_though_answers_of_the_store_are_lost()
    {
        var (living, next) = (Instance(), Instance());
        living.Shelf.LostAnswers = 3;
        living.Later = TimeSpan.FromSeconds(10);
        await SayAsync(living, "hello");
        await StartAsync(next);

        await time.PassAsync(Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(next.Begun);
        Assert.Empty(await OwedAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","HeldUntil":"2026-11-24T12:00:10+00:00" """)]
    public async Task What_an_older_version_promised_is_said(string held)
    {
        var row = $$"""{"Workspace":"acme","User":"ava","Words":"hello","At":"2026-11-24T11:59:00+00:00"{{held}}}""";
        await shelf.PutAsync(Shelf, "0123456789abcdef", row, CancellationToken.None);
        var next = Instance();

        await StartAsync(next);
        await time.SettleAsync();

        Assert.Equal(["hello"], next.Said);
        Assert.Empty(await OwedAsync());
    }

    private Instanced Instance() => new(new InstanceShelf(shelf), time);

    private async Task SayAsync(Instanced instance, string words, string user = "ava")
    {
        await time.RunAsync(() => instance.SayAsync(user, words));
        await time.SettleAsync();
    }

    private Task StartAsync(Instanced instance) => time.RunAsync(() => instance.StartAsync(CancellationToken.None));

    /// <summary>Ends while the clock stands still; in real time it gets far more than it needs.</summary>
    private static async Task StopAsync(Instanced instance)
    {
        instance.Stop();
        await instance.Afterwards.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private Task<IReadOnlyList<ShelfItem>> OwedAsync() => shelf.ListAsync(Shelf, CancellationToken.None);

    /// <summary>One instance of a program, and what it says on its platform.</summary>
    private sealed class Instanced : PromisedWords
    {
        private readonly ApplicationLifetime program;
        private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? holds;

        public Instanced(InstanceShelf shelf, StillTime time)
            : this(shelf, time, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance)) { }

        private Instanced(InstanceShelf shelf, StillTime time, ApplicationLifetime program)
            : this(shelf, time, program, new Afterwards(program, NullLogger<Afterwards>.Instance)) { }

        private Instanced(InstanceShelf shelf, StillTime time, ApplicationLifetime program, Afterwards afterwards)
            : base(PromisedWordsTests.Shelf, shelf, afterwards, time.Wall) =>
            (Shelf, this.program, Afterwards) = (shelf, program, afterwards);

        public InstanceShelf Shelf { get; }

        public Afterwards Afterwards { get; }

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

        protected override async Task<CallResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token)
        {
            Begun.Add(promise.Words);
            MayBeSaid = mayBeSaid;
            if (Failures-- > 0) throw new IOException("The store is out of reach.");
            if (Later > TimeSpan.Zero && Laters-- > 0) return new CallResult<string>.Later(Later);

            if (holds == promise.Words) await held.Task;
            Said.Add(promise.Words);
            return new CallResult<string>.Done("receipt");
        }
    }
}
