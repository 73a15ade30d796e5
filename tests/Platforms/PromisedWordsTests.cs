namespace IntroBot.Tests.Platforms;

/// <summary>An answer that was promised is said, and by one instance alone.</summary>
public sealed class PromisedWordsTests
{
    private readonly PromisingScene scene = new();

    [Fact]
    public async Task It_is_said_once_and_gone()
    {
        var living = scene.Instance();
        await scene.SayAsync(living, "hello");

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task An_instance_that_starts_leaves_to_another_what_that_one_is_saying_however_long_that_takes()
    {
        var (living, starting) = (scene.Instance(), scene.Instance());
        living.Holds("hello");
        await scene.SayAsync(living, "hello");

        await scene.StartAsync(starting);
        await scene.Time.PassAsync(PromisingScene.Long);
        Assert.Empty(starting.Begun);
        living.Release();
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(starting.Begun);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task What_has_to_wait_for_the_platform_is_left_to_whoever_waits()
    {
        var (living, starting) = (scene.Instance(), scene.Instance());
        living.Later = TimeSpan.FromSeconds(50);
        await scene.SayAsync(living, "hello");
        await scene.StartAsync(starting);

        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(starting.Begun);
    }

    [Fact]
    public async Task What_has_to_wait_for_the_platform_leaves_the_store_in_peace_meanwhile()
    {
        var living = scene.Instance();
        living.Later = TimeSpan.FromSeconds(50);
        await scene.SayAsync(living, "hello");

        await scene.Time.PassAsync(TimeSpan.FromSeconds(49));

        Assert.Equal(2, living.Shelf.Writes);
    }

    [Fact]
    public async Task What_the_platform_puts_off_again_and_again_is_said_in_the_end()
    {
        var living = scene.Instance();
        (living.Later, living.Laters) = (TimeSpan.FromSeconds(20), 12);
        await scene.SayAsync(living, "hello");

        await scene.Time.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task What_the_store_keeps_from_being_said_is_said_when_it_is_back()
    {
        var living = scene.Instance();
        living.Failures = 3;
        await scene.SayAsync(living, "hello");
        Assert.Empty(living.Said);

        await scene.Time.PassAsync(TimeSpan.FromMinutes(4));

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task A_program_that_ends_does_not_wait_for_the_platform_and_its_next_start_says_it_at_once()
    {
        var (ending, next) = (scene.Instance(), scene.Instance());
        ending.Later = TimeSpan.FromSeconds(50);
        await scene.SayAsync(ending, "hello");

        await PromisingScene.StopAsync(ending);
        await scene.StartAsync(next);
        await scene.Time.SettleAsync();

        Assert.Equal(["hello"], next.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task A_program_that_ends_finishes_what_it_is_saying()
    {
        var ending = scene.Instance();
        ending.Holds("hello");
        await scene.SayAsync(ending, "hello");
        ending.Stop();
        var stopped = ending.Afterwards.StopAsync(CancellationToken.None);
        await scene.Time.SettleAsync();
        Assert.False(stopped.IsCompleted);

        ending.Release();
        await stopped;

        Assert.Equal(["hello"], ending.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task The_same_promise_again_is_the_same_promise()
    {
        var (living, other) = (scene.Instance(), scene.Instance());
        living.Holds("hello");
        await scene.SayAsync(living, "hello");
        await scene.SayAsync(other, "hello");

        living.Release();
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(other.Begun);
    }

    [Fact]
    public async Task It_is_said_once_though_answers_of_the_store_are_lost()
    {
        var (living, next) = (scene.Instance(), scene.Instance());
        living.Shelf.LostAnswers = 3;
        living.Later = TimeSpan.FromSeconds(10);
        await scene.SayAsync(living, "hello");
        await scene.StartAsync(next);

        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(next.Begun);
        Assert.Empty(await scene.OwedAsync());
    }
}
