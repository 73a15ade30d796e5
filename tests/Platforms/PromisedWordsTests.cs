using IntroBot.Chat;
using IntroBot.Platforms;
using IntroBot.Tests.Playground;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>An answer that was promised is said, and by one instance alone.</summary>
public sealed class PromisedWordsTests
{
    private const string Shelf = "promised";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryShelf shelf = new();
    private readonly Afterwards earlier = new(NullLogger<Afterwards>.Instance), later = new(NullLogger<Afterwards>.Instance);

    [Fact]
    public async Task An_instance_that_starts_leaves_to_another_what_that_one_is_saying()
    {
        var answer = new TaskCompletionSource<CallResult<string>>();
        var (living, starting) = (Instance(earlier, answer.Task), Instance(later, Said));
        await living.SayAsync("hello");
        await living.Begun;

        await starting.StartAsync(CancellationToken.None);
        answer.SetResult(await Said);
        await earlier.SettleAsync(CancellationToken.None);
        await EndAsync(later.SettleAsync(CancellationToken.None));

        Assert.Equal((1, 0), (living.Posted, starting.Posted));
        Assert.Empty(await shelf.ListAsync(Shelf, CancellationToken.None));
    }

    [Fact]
    public async Task What_a_dead_instance_owed_is_said_by_the_next()
    {
        var (dead, next) = (Instance(earlier, new TaskCompletionSource<CallResult<string>>().Task), Instance(later, Said));
        await dead.SayAsync("hello");
        await dead.Begun;

        await next.StartAsync(CancellationToken.None);
        await EndAsync(later.SettleAsync(CancellationToken.None));

        Assert.Equal(1, next.Posted);
        Assert.Empty(await shelf.ListAsync(Shelf, CancellationToken.None));
    }

    private static Task<CallResult<string>> Said => Task.FromResult<CallResult<string>>(new CallResult<string>.Done("receipt"));

    private Instanced Instance(Afterwards afterwards, Task<CallResult<string>> answer) => new(shelf, afterwards, new WallClock(clock), answer);

    /// <summary>Lets time pass until something has come to its end.</summary>
    private async Task EndAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await task;
    }

    private sealed class Instanced(IShelf shelf, Afterwards afterwards, WallClock wall, Task<CallResult<string>> answer)
        : PromisedWords(Shelf, shelf, afterwards, wall)
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Posted { get; private set; }

        /// <summary>When it has turned to the platform.</summary>
        public Task Begun => begun.Task;

        public Task SayAsync(string words) => SayAsync("acme", "ava", words, "marker", CancellationToken.None);

        protected override Task<CallResult<string>> PostAsync(Promise promise, string key, bool mayBeSaid, CancellationToken token)
        {
            Posted++;
            begun.TrySetResult();
            return answer;
        }
    }
}
