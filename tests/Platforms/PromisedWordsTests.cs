using IntroBot.Chat;
using IntroBot.Tests.Playground;

namespace IntroBot.Tests.Platforms;

/// <summary>An answer that was promised is said, and by one instance alone.</summary>
public sealed class PromisedWordsTests
{
    private const string Shelf = PromisingInstance.Name;

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

    private PromisingInstance Instance() => new(new InstanceShelf(shelf), time);

    private async Task SayAsync(PromisingInstance instance, string words, string user = "ava")
    {
        await time.RunAsync(() => instance.SayAsync(user, words));
        await time.SettleAsync();
    }

    private Task StartAsync(PromisingInstance instance) => time.RunAsync(() => instance.StartAsync(CancellationToken.None));

    /// <summary>Ends while the clock stands still; in real time it gets far more than it needs.</summary>
    private static async Task StopAsync(PromisingInstance instance)
    {
        instance.Stop();
        await instance.Afterwards.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private Task<IReadOnlyList<ShelfItem>> OwedAsync() => shelf.ListAsync(Shelf, CancellationToken.None);
}
