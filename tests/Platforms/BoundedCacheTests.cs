using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>What a process remembers is bounded, however many come by, and the newest is always among it.</summary>
public sealed class BoundedCacheTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Of_a_million_keys_the_newest_thousand_survive()
    {
        var cache = new BoundedCache<int, int>(1_000);
        for (var key = 0; key < 1_000_000; key++)
        {
            cache.Set(key, -key);
            if (cache.Count > 1_000 || !cache.TryGet(key, out _))
            {
                Assert.Fail($"{cache.Count} entries after key {key}, which has to be among them.");
            }
        }

        Assert.Equal(1_000, cache.Count);
        Assert.All(Enumerable.Range(999_000, 1_000), key => Assert.True(cache.TryGet(key, out var value) && value == -key));
        Assert.False(cache.TryGet(998_999, out _));
    }

    [Fact]
    public void The_least_recently_used_entry_is_evicted()
    {
        var cache = new BoundedCache<string, int>(2);
        cache.Set("a", 1);
        cache.Set("b", 2);
        Assert.True(cache.TryGet("a", out _));

        cache.GetOrAdd("c", 3);

        Assert.False(cache.TryGet("b", out _));
        Assert.True(cache.TryGet("a", out _) && cache.TryGet("c", out _));
    }

    [Fact]
    public void An_expired_entry_is_not_returned()
    {
        var cache = new BoundedCache<string, int>(2, clock);
        cache.Set("a", 1, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.True(cache.TryGet("a", out _));

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(cache.TryGet("a", out _));
        Assert.Equal(2, cache.GetOrAdd("a", 2));
    }

    [Fact]
    public void An_entry_that_is_set_again_begins_its_time_anew()
    {
        var cache = new BoundedCache<string, int>(2, clock);
        cache.Set("a", 1, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromMilliseconds(600));
        cache.Set("a", 2, TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromMilliseconds(600));

        Assert.True(cache.TryGet("a", out var value));
        Assert.Equal((2, 1), (value, cache.Count));
    }

    [Fact]
    public void What_is_removed_is_gone_and_may_be_added_again()
    {
        var cache = new BoundedCache<string, int>(1);
        cache.Set("a", 1);
        cache.Remove("a");
        cache.Remove("a");

        Assert.False(cache.TryGet("a", out _));
        Assert.Equal(2, cache.GetOrAdd("a", 2));
    }

    [Fact]
    public void Many_at_once_get_the_same_entry_and_leave_no_more_than_fit()
    {
        var (same, crowded, got) = (new BoundedCache<string, object>(1), new BoundedCache<int, int>(100), new object[64]);
        Parallel.For(0, got.Length, at =>
        {
            got[at] = same.GetOrAdd("a", new object());
            for (var key = 0; key < 500; key++) crowded.Set((at * 500) + key, at);
        });

        Assert.Single(got.Distinct());
        Assert.Equal(100, crowded.Count);
    }

    [Fact]
    public void A_rate_limit_of_a_moment_ago_holds_however_many_channels_and_methods_came_before()
    {
        var limiter = new RateLimiter(clock);
        for (var at = 0; at < 20_000; at++)
        {
            limiter.BlockUntil($"method{at}", "acme", clock.GetUtcNow() + TimeSpan.FromMinutes(1));
            Assert.Equal(TimeSpan.Zero, limiter.TryTake("acme", $"channel{at}"));
            Assert.Equal(RateLimiter.BetweenMessages, limiter.TryTake("acme", $"channel{at}"));
            Assert.Equal(TimeSpan.FromMinutes(1), limiter.RemainingDelay($"method{at}", "acme"));
        }

        Assert.Equal(RateLimiter.BetweenMessages, limiter.TryTake("acme", "channel19990"));
        Assert.Equal(TimeSpan.FromMinutes(1), limiter.RemainingDelay("method19990", "acme"));
        Assert.Equal(TimeSpan.Zero, limiter.RemainingDelay("method0", "acme"));
    }

    [Fact]
    public async Task An_answer_of_a_moment_ago_is_given_again_and_one_of_long_ago_is_made_anew()
    {
        var (answers, made) = (new RecentAnswers<string>(_ => true), 0);
        for (var at = 0; at < 5_000; at++) await answers.OnceAsync($"{at}", () => Task.FromResult($"{++made}"));

        Assert.Equal("4901", await answers.OnceAsync("4900", () => Task.FromResult("again")));
        Assert.Equal("again", await answers.OnceAsync("0", () => Task.FromResult("again")));
    }
}
