namespace IntroBot.Tests.Platforms;

/// <summary>What an instance promised and died over is said by another.</summary>
public sealed class PromisesTakenUpTests
{
    private readonly PromisingScene scene = new();

    [Fact]
    public async Task What_a_dead_instance_owed_is_said_by_the_next_and_looked_for_first()
    {
        var (dead, next) = (scene.Instance(), scene.Instance());
        dead.Holds("hello");
        await scene.SayAsync(dead, "hello");
        dead.Dies();

        await scene.StartAsync(next);
        await scene.Time.SettleAsync();
        Assert.Empty(next.Begun);
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], next.Said);
        Assert.True(next.MayBeSaid);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task What_a_dead_instance_owed_is_said_by_one_that_could_not_reach_the_store_at_its_start()
    {
        var (dead, next) = (scene.Instance(), scene.Instance());
        dead.Holds("hello");
        await scene.SayAsync(dead, "hello");
        dead.Dies();
        next.Dies();
        await scene.StartAsync(next);
        await scene.Time.PassAsync(PromisingScene.Long);

        next.ComesBack();
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], next.Said);
    }

    [Fact]
    public async Task What_the_store_keeps_from_being_taken_up_is_taken_up_when_it_is_back()
    {
        var (dead, other) = (scene.Instance(), scene.Instance());
        dead.Holds("hello");
        await scene.SayAsync(dead, "hello");
        dead.Dies();
        await scene.SayAsync(other, "hello");
        other.Dies();
        await scene.Time.PassAsync(PromisingScene.Long);

        other.ComesBack();
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], other.Said);
    }

    [Fact]
    public async Task A_program_that_ends_asks_no_more_for_what_an_earlier_run_owed()
    {
        var (dead, ending) = (scene.Instance(), scene.Instance());
        dead.Holds("hello");
        await scene.SayAsync(dead, "hello");
        dead.Dies();
        ending.Dies();
        await scene.StartAsync(ending);
        await scene.Time.SettleAsync();
        ending.ComesBack();

        await PromisingScene.StopAsync(ending);
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Empty(ending.Begun);
        Assert.Single(await scene.OwedAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_read_keeps_back_no_other()
    {
        var (dead, next) = (scene.Instance(), scene.Instance());
        dead.Holds("hello");
        await scene.SayAsync(dead, "hello");
        dead.Dies();
        await scene.Shelf.PutAsync(PromisingInstance.Name, "0", """{"At":"as a newer version says it"}""", CancellationToken.None);

        await scene.StartAsync(next);
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], next.Said);
        Assert.Single(await scene.OwedAsync());
    }

    [Fact]
    public async Task What_another_owes_somebody_keeps_back_nothing_else_that_is_said_to_them()
    {
        var (stuck, next) = (scene.Instance(), scene.Instance());
        stuck.Holds("first");
        await scene.SayAsync(stuck, "first");

        await scene.StartAsync(next);
        await scene.Time.SettleAsync();
        await scene.SayAsync(next, "second");

        Assert.Equal(["second"], next.Said);
    }

    [Fact]
    public async Task What_follows_something_that_an_ending_program_leaves_to_the_next_start_is_left_to_it_too()
    {
        var (ending, next) = (scene.Instance(), scene.Instance());
        (ending.Later, ending.Laters) = (TimeSpan.FromSeconds(50), 1);
        await scene.SayAsync(ending, "first");
        await scene.Time.PassAsync(TimeSpan.FromSeconds(1));
        await scene.SayAsync(ending, "second");

        await PromisingScene.StopAsync(ending);
        await scene.StartAsync(next);
        await scene.Time.SettleAsync();

        Assert.Empty(ending.Said);
        Assert.Equal(["first", "second"], next.Said);
    }

    [Fact]
    public async Task What_is_said_while_the_store_is_out_of_reach_is_taken_away_when_it_is_back()
    {
        var living = scene.Instance();
        living.Holds("hello");
        await scene.SayAsync(living, "hello");
        living.Dies();
        living.Release();
        await scene.Time.SettleAsync();

        living.ComesBack();
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task One_that_somebody_still_has_holds_up_nobody_else()
    {
        var (living, dead, next) = (scene.Instance(), scene.Instance(), scene.Instance());
        living.Holds("for Ava");
        await scene.SayAsync(living, "for Ava");
        await scene.Time.PassAsync(TimeSpan.FromSeconds(1));
        dead.Holds("for Grace");
        await scene.SayAsync(dead, "for Grace", "grace");
        dead.Dies();

        await scene.StartAsync(next);
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["for Grace"], next.Said);
    }

    [Fact]
    public async Task What_one_person_is_owed_is_said_in_its_order()
    {
        var (dead, next) = (scene.Instance(), scene.Instance());
        dead.Holds("first");
        await scene.SayAsync(dead, "first");
        await scene.Time.PassAsync(TimeSpan.FromSeconds(2));
        await scene.SayAsync(dead, "second");

        // The claim to the first has just been renewed, that to the second not yet.
        await scene.Time.PassAsync(TimeSpan.FromSeconds(7));
        dead.Dies();
        await scene.StartAsync(next);
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["first", "second"], next.Said);
    }

    [Fact]
    public async Task A_program_that_ends_does_not_wait_for_what_another_has()
    {
        var (living, ending) = (scene.Instance(), scene.Instance());
        living.Holds("hello");
        await scene.SayAsync(living, "hello");
        await scene.StartAsync(ending);
        await scene.Time.SettleAsync();

        await PromisingScene.StopAsync(ending);

        Assert.Single(await scene.OwedAsync());
    }

    [Fact]
    public async Task An_instance_that_was_taken_for_dead_tries_no_more_once_it_knows()
    {
        var (late, next) = (scene.Instance(), scene.Instance());
        late.Later = TimeSpan.FromSeconds(50);
        await scene.SayAsync(late, "hello");
        late.Dies();
        await scene.StartAsync(next);
        next.Holds("hello");
        await scene.Time.PassAsync(TimeSpan.FromSeconds(35));
        late.ComesBack();

        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Single(late.Begun);
        Assert.Single(await scene.OwedAsync());
    }

    [Fact]
    public async Task An_instance_that_slept_and_the_one_that_took_it_for_dead_say_it_once()
    {
        var (asleep, next) = (scene.Instance(), scene.Instance());
        asleep.Later = TimeSpan.FromSeconds(40);
        await scene.SayAsync(asleep, "hello");
        await scene.StartAsync(next);
        await scene.Time.SettleAsync();

        scene.Time.Advance(TimeSpan.FromSeconds(45));
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], asleep.Said.Concat(next.Said));
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task What_could_not_be_said_while_the_store_was_out_of_reach_for_long_is_said_when_it_is_back()
    {
        var living = scene.Instance();
        living.Later = TimeSpan.FromSeconds(50);
        await scene.SayAsync(living, "hello");
        living.Dies();
        await scene.Time.PassAsync(2 * PromisingScene.Long);

        living.ComesBack();
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], living.Said);
        Assert.Empty(await scene.OwedAsync());
    }

    [Fact]
    public async Task The_same_promise_again_is_kept_by_whoever_gave_it_again_when_the_first_died()
    {
        var (dead, other) = (scene.Instance(), scene.Instance());
        dead.Holds("hello");
        await scene.SayAsync(dead, "hello");
        dead.Dies();

        await scene.SayAsync(other, "hello");
        await scene.Time.PassAsync(PromisingScene.Long);

        Assert.Equal(["hello"], other.Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","HeldUntil":"2026-11-24T12:00:10+00:00" """)]
    public async Task What_an_older_version_promised_is_said(string held)
    {
        var row = $$"""{"Workspace":"acme","User":"ava","Words":"hello","At":"2026-11-24T11:59:00+00:00"{{held}}}""";
        await scene.Shelf.PutAsync(PromisingInstance.Name, "0123456789abcdef", row, CancellationToken.None);
        var next = scene.Instance();

        await scene.StartAsync(next);
        await scene.Time.SettleAsync();

        Assert.Equal(["hello"], next.Said);
        Assert.Empty(await scene.OwedAsync());
    }
}
