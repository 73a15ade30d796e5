using IntroBot.Platforms;
using IntroBot.Tests.Playground;

namespace IntroBot.Tests.Platforms;

/// <summary>What is claimed is left to one instance: for as long as that is at it, and not for long after it died.</summary>
public sealed class ClaimsTests
{
    private const string Shelf = "work", Key = "one";

    private static readonly TimeSpan Term = TimeSpan.FromSeconds(9), Second = TimeSpan.FromSeconds(1);

    private readonly StillTime time = StillTime.Noon;
    private readonly MemoryShelf shelf = new();
    private readonly InstanceShelf ours, theirs;

    public ClaimsTests() => (ours, theirs) = (new(shelf), new(shelf));

    [Fact]
    public async Task What_one_instance_is_at_is_left_to_it()
    {
        await using var claim = await AddAsync(ours);

        Assert.Null(await AddAsync(theirs));
        Assert.Null(await TakeAsync(theirs));
    }

    [Fact]
    public async Task What_could_not_be_left_at_once_is_left_in_the_end_and_not_given_back()
    {
        await shelf.PutAsync(Shelf, Key, "to do", CancellationToken.None);
        var claim = await TakeAsync(ours, await ReadAsync());
        ours.IsCutOff = true;
        await Assert.ThrowsAsync<IOException>(() => claim!.LeaveAsync("done"));

        ours.IsCutOff = false;
        await claim!.DisposeAsync();

        Assert.Equal("done", (await ReadAsync())!.Text);
    }

    [Fact]
    public async Task Of_two_that_see_it_free_one_gets_it()
    {
        await shelf.PutAsync(Shelf, Key, "words", CancellationToken.None);
        var seen = await ReadAsync();

        await using var claim = await TakeAsync(ours, seen);

        Assert.NotNull(claim);
        Assert.Null(await TakeAsync(theirs, seen));
    }

    [Fact]
    public async Task What_a_dead_instance_had_is_free_when_its_term_is_over_and_not_before()
    {
        Assert.NotNull(await AddAsync(ours));
        ours.IsCutOff = true;

        await PassAsync(Term - Second);
        Assert.Null(await TakeAsync(theirs));
        await PassAsync(Second);
        await using var claim = await TakeAsync(theirs);
        Assert.NotNull(claim);
    }

    [Fact]
    public async Task Work_that_takes_longer_than_a_term_stays_with_whoever_is_at_it()
    {
        await using var claim = await AddAsync(ours);

        for (var second = 0; second < 40; second++)
        {
            await PassAsync(Second);
            Assert.Null(await TakeAsync(theirs));
        }
    }

    [Fact]
    public async Task A_moment_without_the_store_does_not_end_a_claim()
    {
        await using var claim = await AddAsync(ours);
        ours.IsCutOff = true;
        await PassAsync(Term / 2);
        ours.IsCutOff = false;
        await PassAsync(Term / 3);

        await PassAsync(Term / 2);
        Assert.Null(await TakeAsync(theirs));
    }

    [Theory, InlineData("done"), InlineData(""), InlineData(null)]
    public async Task What_came_of_it_stands_in_its_place_and_nothing_is_renewed_any_more(string? words)
    {
        var claim = await AddAsync(ours);

        await claim!.LeaveAsync(words);
        await claim.DisposeAsync();
        await PassAsync(Term);

        Assert.Equal(words, (await ReadAsync())?.Text);
    }

    [Theory, InlineData("words of somebody"), InlineData(""), InlineData(null)]
    public async Task Given_back_it_has_its_words_again_or_is_gone(string? words)
    {
        await using (await AddAsync(ours, words)) await PassAsync(Term);

        Assert.Equal(words, (await ReadAsync())?.Text);
    }

    [Theory, InlineData("done"), InlineData(null)]
    public async Task Who_comes_back_too_late_takes_nothing_away_from_another(string? words)
    {
        var late = await AddAsync(ours);
        await SeemDeadAsync();
        await using var claim = await TakeAsync(theirs);
        var standing = await ReadAsync();

        await late!.LeaveAsync(words);

        Assert.Equal(standing, await ReadAsync());
    }

    [Fact]
    public async Task Who_comes_back_too_late_does_not_take_away_what_another_left()
    {
        var late = await AddAsync(ours);
        await SeemDeadAsync();
        await (await TakeAsync(theirs))!.LeaveAsync("done");

        await late!.DisposeAsync();

        Assert.Equal("done", (await ReadAsync())?.Text);
    }

    [Fact]
    public async Task Who_comes_back_too_late_learns_it_and_renews_nothing()
    {
        await using var late = await AddAsync(ours);
        await SeemDeadAsync();
        await using var claim = await TakeAsync(theirs);

        Assert.False(await late!.IsStillOursAsync(CancellationToken.None));
        await PassAsync(Term / 3);

        Assert.True(await claim!.IsStillOursAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_new_item_is_ours_though_the_answer_to_claiming_it_was_lost()
    {
        ours.LostAnswers = 1;

        await using var claim = await AddAsync(ours);

        Assert.NotNull(claim);
        await claim.LeaveAsync("done");
        Assert.Equal("done", (await ReadAsync())?.Text);
    }

    [Fact]
    public async Task What_was_taken_is_ours_though_the_answer_to_taking_it_was_lost()
    {
        await shelf.PutAsync(Shelf, Key, "words", CancellationToken.None);
        ours.LostAnswers = 1;

        await using var claim = await TakeAsync(ours);

        Assert.NotNull(claim);
        await PassAsync(Term * 2);
        Assert.Null(await TakeAsync(theirs));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_claim_stays_ours_though_the_answer_to_renewing_it_was_lost(bool breaks)
    {
        await using var claim = await AddAsync(ours);
        (ours.LostAnswers, ours.BrokenConnections) = breaks ? (0, 1) : (1, 0);
        await PassAsync(Term / 3);

        await PassAsync(Term * 2);
        Assert.Null(await TakeAsync(theirs));
        await claim!.LeaveAsync("done");
        Assert.Equal("done", (await ReadAsync())?.Text);
    }

    [Theory]
    [InlineData("done", false), InlineData(null, false), InlineData("done", true), InlineData(null, true)]
    public async Task What_came_of_it_is_left_though_the_answer_to_leaving_or_to_renewing_before_was_lost(string? words, bool before)
    {
        var claim = await AddAsync(ours, "words");
        if (before)
        {
            ours.BrokenConnections = 1;
            await PassAsync(Term / 3);
        }

        ours.LostAnswers = before ? 0 : 1;
        await claim!.LeaveAsync(words);
        await claim.DisposeAsync();

        Assert.Equal(words, (await ReadAsync())?.Text);
    }

    [Theory, InlineData("done"), InlineData(null)]
    public async Task What_was_written_is_known_again_though_the_answer_was_lost(string? words)
    {
        var item = new OwnItem(ours, Shelf, Key, await shelf.AddAsync(Shelf, Key, "before", CancellationToken.None));
        ours.LostAnswers = 1;

        Assert.True(await item.WriteAsync(words, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_waits_gets_it_as_soon_as_it_is_left()
    {
        var claim = await AddAsync(ours);
        var free = time.RunAsync(() => On(theirs).FreeAsync(Shelf, Key, CancellationToken.None));
        await PassAsync(Term);
        Assert.False(free.IsCompleted);

        await claim!.LeaveAsync("done");
        await PassAsync(Second);

        Assert.Equal("done", (await free)?.Text);
    }

    [Fact]
    public async Task The_mark_of_an_older_version_is_a_claim_without_words()
    {
        await shelf.PutAsync(Shelf, Key, "2026-11-24T12:00:05.0000000+00:00", CancellationToken.None);
        Assert.Null(await TakeAsync(ours));
        Assert.Null(ClaimMark.WordsIn((await ReadAsync())!.Text));

        await PassAsync(TimeSpan.FromSeconds(5));
        await using var claim = await TakeAsync(ours);
        Assert.NotNull(claim);
    }

    private Claims On(IKeyValueStore instance) => new(instance, time.Wall, Term);

    private Task<Claim?> AddAsync(IKeyValueStore instance, string? words = null) =>
        time.RunAsync(() => On(instance).AddAsync(Shelf, Key, words, CancellationToken.None));

    private async Task<Claim?> TakeAsync(IKeyValueStore instance, StoredItem? seen = null)
    {
        var item = seen ?? await ReadAsync();
        return await time.RunAsync(() => On(instance).TakeAsync(Shelf, item!, null, CancellationToken.None));
    }

    private Task<StoredItem?> ReadAsync() => shelf.ReadAsync(Shelf, Key, CancellationToken.None);

    /// <summary>Ours is out of reach for so long that others take it for dead, and has not learned of it when it is back.</summary>
    private async Task SeemDeadAsync()
    {
        ours.IsCutOff = true;
        await PassAsync(Term);
        ours.IsCutOff = false;
    }

    private Task PassAsync(TimeSpan span) => time.PassAsync(span);
}
