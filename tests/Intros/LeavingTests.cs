using IntroBot.Intros;
using IntroBot.Intros.Offers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Intros;

public sealed class LeavingTests : StoryTests
{
    [Fact]
    public async Task G9_the_open_offer_of_a_giver_who_left_moves_to_the_next()
    {
        await GiversAsync(2);
        var intro = await Community.AskAsync(Ava);
        var gone = await AskedNowAsync(intro);

        Assert.IsType<Reply.Nothing>(await LeaveAsync(gone));

        var now = await Community.NewestAsync(intro);
        Assert.Equal([OfferStatus.Released, OfferStatus.Open], now.Offers.Select(offer => offer.Status));
        Assert.NotEqual(gone.Ref, now.Current!.Giver.Ref);
    }

    [Fact]
    public async Task A_giver_who_left_is_no_longer_found()
    {
        var grace = await GraceAsync();

        await LeaveAsync(grace);

        Assert.False((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.OptedIn);
        Assert.Empty(await Community.Givers.IndexedUnderAsync(Community.Workspace, "supply chain", 10, "", CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_is_asked_any_more_for_an_asker_who_left()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);

        await LeaveAsync(Ava);

        Assert.Equal(IntroStage.Withdrawn, (await Community.NewestAsync(intro)).Stage);
        Assert.Equal("Ava no longer needs this", Assert.Single(Community.Messenger.ChatOf(grace.Ref)).Title());
        Assert.Null((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.OpenSlot);
    }

    [Fact]
    public async Task Drafts_and_asks_without_a_match_are_taken_back_as_well()
    {
        await Community.AskAsync(Ava);
        await Community.BeginInChatAsync(Ava, "Somebody who has sewn tents for a living");

        await LeaveAsync(Ava);

        Assert.All(await Community.IntrosOfAsync(Ava), intro => Assert.Equal(IntroStage.Withdrawn, intro.Stage));
        Assert.All(await Community.IntrosOfAsync(Ava), intro => Assert.Empty(intro.Timers));
    }

    [Fact]
    public async Task A_connection_is_left_to_the_people_in_it()
    {
        var grace = await GraceAsync();
        var intro = await Community.AskAsync(Ava);
        await Community.AcceptAsync(grace);
        var before = await Community.NewestAsync(intro);

        await LeaveAsync(Ava);
        await LeaveAsync(grace);

        Assert.Equal(
            (before.Stage, before.ConnectedAt),
            ((await Community.NewestAsync(intro)).Stage, (await Community.NewestAsync(intro)).ConnectedAt));
        Assert.Equal(IntroStage.Connected, before.Stage);
    }

    [Fact]
    public async Task A_stranger_leaves_without_a_trace()
    {
        Assert.IsType<Reply.Nothing>(await LeaveAsync(new Person(new PersonRef(Community.Workspace, "nobody"), "", "", "")));

        Assert.Null(await Community.Givers.FindAsync(new PersonRef(Community.Workspace, "nobody"), CancellationToken.None));
        Assert.Empty(await Community.LogAsync());
    }

    [Fact]
    public async Task The_same_farewell_again_does_not_undo_a_return()
    {
        var grace = await GraceAsync();
        var left = new Interaction.PersonLeft(grace, Community.NextKey());
        await Community.DispatchAsync(left);
        await GraceAsync();

        await Community.DispatchAsync(left);

        Assert.True((await Community.Givers.FindAsync(grace.Ref, CancellationToken.None))!.OptedIn);
        Assert.Single(await Community.LogAsync(), row => row["Event"] == "Stopped giving");
    }

    private async Task<Reply> LeaveAsync(Person who)
    {
        var reply = await Community.DispatchAsync(new Interaction.PersonLeft(who, Community.NextKey()));
        await Community.SettleAsync();
        return reply;
    }
}
