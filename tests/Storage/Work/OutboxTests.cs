using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Work;

/// <summary>What becomes of a message between its commit and its receipt.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly List<(string Id, int Attempt, DateTimeOffset At)> attempts = [];
    private Community community = null!;
    private Person ava = null!, grace = null!;

    public async ValueTask InitializeAsync()
    {
        community = await Community.OpenAsync();
        ava = community.Person("Ava Stone", "Europe/Berlin");
        grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
    }

    [Fact]
    public async Task A_platform_that_says_later_is_asked_later_and_the_attempt_does_not_count()
    {
        Answer(
            IsOffer, new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(90)),
            new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(5)));
        await community.AskAsync(ava);
        await TickAsync(TimeSpan.FromSeconds(89));
        Assert.Single(attempts);

        await TickAsync(TimeSpan.FromSeconds(1));
        await TickAsync(TimeSpan.FromMinutes(5));
        Assert.Equal([Seconds(0), Seconds(90), Seconds(390)], attempts.Select(attempt => attempt.At));
        Assert.All(attempts, attempt => Assert.Equal((attempts[0].Id, 1), (attempt.Id, attempt.Attempt)));
        Assert.Single(community.Messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task A_delivery_nobody_is_sure_of_is_the_second_attempt_when_it_comes_again()
    {
        Answer(IsOffer, new SendResult<string>.Unknown(), new SendResult<string>.Unknown());
        await community.AskAsync(ava);
        await TickAsync(TimeSpan.FromSeconds(29));
        Assert.Single(attempts);

        await TickAsync(TimeSpan.FromSeconds(1));
        await TickAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([1, 2, 3], attempts.Select(attempt => attempt.Attempt));
        Assert.Single(attempts.Select(attempt => attempt.Id).Distinct());
        Assert.Single(community.Messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task A_platform_that_says_later_to_a_second_attempt_does_not_make_it_a_third()
    {
        Answer(
            IsOffer, new SendResult<string>.Unknown(),
            new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(30)), new SendResult<string>.RetryAfter(TimeSpan.FromSeconds(30)));
        await community.AskAsync(ava);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await TickAsync(TimeSpan.FromSeconds(30));
        }

        Assert.Equal([1, 2, 2, 2], attempts.Select(attempt => attempt.Attempt));
        Assert.Single(community.Messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task A_platform_that_says_later_in_no_time_is_not_asked_for_ever()
    {
        community.Messenger.Answer = envelope => IsOffer(envelope) ? new SendResult<string>.RetryAfter(TimeSpan.Zero) : null;
        await community.AskAsync(ava);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        community.Clock.Advance(TimeSpan.FromHours(1));
        await community.The<IDueWork>().RunAsync(patience.Token);
        Assert.False(patience.IsCancellationRequested);
    }

    [Fact]
    public async Task A_delivery_that_breaks_is_tried_again_when_its_lease_is_over_under_the_same_id()
    {
        Break(IsOffer, times: 2);
        await community.AskAsync(ava);
        await TickAsync(TimeSpan.FromSeconds(19));
        Assert.Single(attempts);

        await TickAsync(TimeSpan.FromSeconds(1));
        await TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([1, 2, 3], attempts.Select(attempt => attempt.Attempt));
        Assert.Single(attempts.Select(attempt => attempt.Id).Distinct());
        Assert.Single(community.Messenger.ChatOf(grace.Ref));
    }

    [Fact]
    public async Task A_giver_who_cannot_be_reached_is_let_go_and_the_next_one_is_asked()
    {
        var wei = await community.GiverAsync("Wei Tan", "supply chain", "Africa/Lagos");
        Answer(IsOffer, new SendResult<string>.Rejected("account_inactive", Concerns.Recipient));
        var intro = await community.AskAsync(ava);

        Assert.Equal([OfferStatus.Released, OfferStatus.Open], intro.Offers.Select(offer => offer.Status));
        Assert.Equal([0, 1], new[] { grace, wei }.Select(giver => community.Messenger.ChatOf(giver.Ref).Count));
        var slot = Assert.Single((await community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.Slots);
        Assert.False(slot.IsOpen || slot.Counts);
    }

    [Fact]
    public async Task Where_no_shared_conversation_opens_each_hears_of_the_other()
    {
        Answer(envelope => envelope.To is Destination.Meeting, new SendResult<string>.Rejected("channel_limit", Concerns.Recipient));
        await community.AskAsync(ava);
        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();

        Assert.Equal(["connection.asker", "connection.giver"], Sent("connection."));
        Assert.Equal(IntroStage.Connected, Assert.Single(await community.IntrosOfAsync(ava)).Stage);
    }

    [Fact]
    public async Task Whoever_has_gone_to_sleep_since_is_not_woken()
    {
        // 19:30 in Lagos; an hour later it is night there, until 8 o'clock.
        community.Clock.Advance(TimeSpan.FromHours(8.5));
        Answer(IsOffer, new SendResult<string>.RetryAfter(TimeSpan.FromHours(1)));
        await community.AskAsync(ava);
        await community.PassAsync(TimeSpan.FromHours(12));
        Assert.Empty(community.Messenger.ChatOf(grace.Ref));

        await community.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(community.Messenger.ChatOf(grace.Ref));
        Assert.All(attempts, attempt => Assert.Equal(1, attempt.Attempt));
        Assert.Equal(new TimeSpan(7, 0, 0), attempts[^1].At.UtcDateTime.TimeOfDay - TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_message_that_never_left_is_not_changed()
    {
        Answer(IsOffer, new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(10)));
        var intro = await community.AskAsync(ava);
        await community.PressAsync(ava, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
        await community.PassAsync(TimeSpan.FromHours(1));

        Assert.Empty(community.Messenger.ChatOf(grace.Ref));
        Assert.DoesNotContain(
            await MainJobAssertions.RowsAsync(community.Tables, StoreKeys.Core),
            row => row.Row.StartsWith(StoreKeys.Outbox, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_broken_delivery_held_up_leaves_in_the_order_of_the_commit()
    {
        await community.AskAsync(ava);
        Break(envelope => envelope.To is Destination.Meeting, times: 1);
        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();
        Assert.Single(community.Messenger.Delivered);

        await TickAsync(TimeSpan.FromMinutes(1));
        string[] sent = [.. Sent("").Select(id => id.Replace($".{Id}-1", "", StringComparison.Ordinal))];
        Assert.Equal(["offer", "connection", "over.offer"], sent.Where(id => id != "said-yes"));
        Assert.True(Array.IndexOf(sent, "said-yes") > Array.IndexOf(sent, "connection"));
    }

    [Fact]
    public async Task An_outbox_row_of_a_kind_of_tomorrow_holds_back_no_other_and_is_not_lost()
    {
        Answer(IsOffer, new SendResult<string>.RetryAfter(TimeSpan.FromMinutes(10)));
        var intro = await community.AskAsync(ava);
        var tomorrow = new RowChange.Insert(
            $"{StoreKeys.Outbox}zz", new Dictionary<string, string> { ["Json"] = """{"What":{"Type":"OfTomorrow","Id":"zz"}}""" });
        await community.Tables.WriteAsync(StoreKeys.Core, StoreKeys.Intro(intro.Workspace, intro.Id), [tomorrow], CancellationToken.None);
        await community.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(community.Messenger.ChatOf(grace.Ref));
        Assert.Contains(await MainJobAssertions.RowsAsync(community.Tables, StoreKeys.Core), row => row.Row == tomorrow.Row);

        await community.PressAsync(grace, "Yes, connect us");
        await community.SettleAsync();
        Assert.Equal(IntroStage.Connected, Assert.Single(await community.IntrosOfAsync(ava)).Stage);
    }

    public ValueTask DisposeAsync() => community.DisposeAsync();

    private string Id => community.Messenger.Delivered[0].MessageId.Split('.')[2];

    private static bool IsOffer(Envelope envelope) =>
        envelope.MessageId.Contains(".offer.", StringComparison.Ordinal) && envelope.Replaces is null;

    private static DateTimeOffset Seconds(int seconds) => Community.Monday.AddSeconds(seconds);

    private IEnumerable<string> Sent(string prefix) => community.Messenger.Delivered
        .Select(envelope => envelope.MessageId.Split('.', 4)[3])
        .Where(id => id.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Says these in turn to what fits, and takes the message when they are used up.</summary>
    private void Answer(Func<Envelope, bool> fits, params SendResult<string>[] answers)
    {
        var left = new Queue<SendResult<string>>(answers);
        community.Messenger.Answer = envelope => Fits(envelope, fits) && left.TryDequeue(out var answer) ? answer : null;
    }

    private void Break(Func<Envelope, bool> fits, int times) =>
        community.Messenger.Answer = envelope => Fits(envelope, fits) && times-- > 0 ? throw new HttpRequestException("No line.") : null;

    private bool Fits(Envelope envelope, Func<Envelope, bool> fits)
    {
        if (!fits(envelope)) return false;
        attempts.Add((envelope.MessageId, envelope.Attempt, community.Clock.GetUtcNow()));
        return true;
    }

    private async Task TickAsync(TimeSpan time)
    {
        community.Clock.Advance(time);
        await community.The<IDueWork>().RunAsync(CancellationToken.None);
        await community.SettleAsync();
    }
}
