using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Storage.Commits;

/// <summary>An act leaves its own row: the same act again finds what it did, and nobody else's act passes for it.</summary>
public sealed class OperationRowTests : IAsyncLifetime
{
    private Community community = null!;
    private Person ava = null!, grace = null!;
    private CardButton yes = null!;

    public async ValueTask InitializeAsync()
    {
        community = await Community.OpenAsync();
        ava = community.Person("Ava Stone", "Europe/Berlin");
        grace = await community.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
        await community.AskAsync(ava);
        yes = community.Messenger.ChatOf(grace.Ref)[0].Buttons.Single(button => button.Label == "Yes, connect us");
    }

    [Fact]
    public async Task The_same_click_again_gets_the_same_answer_and_changes_nothing()
    {
        var first = Assert.IsType<Reply.Replace>(await community.PressAsync(grace, yes));
        await community.SettleAsync();
        var sent = community.Messenger.Delivered.Count;
        var again = Assert.IsType<Reply.Replace>(await community.PressAsync(grace, yes));
        await community.SettleAsync();

        Assert.Equal(PlainText.Of(first.Card), PlainText.Of(again.Card));
        Assert.Equal(sent, community.Messenger.Delivered.Count);
    }

    [Fact]
    public async Task A_stranger_does_not_get_the_answer_to_what_another_person_did()
    {
        await community.PressAsync(grace, yes);
        await community.SettleAsync();
        var refused = Assert.IsType<Reply.Say>(await community.PressAsync(community.Person("Tom Hughes"), yes));

        Assert.Equal(PlainText.Of(RefusalCards.Of(IntroBot.Decisions.Refusal.NotYours)), PlainText.Of(refused.Card));
    }

    public ValueTask DisposeAsync() => community.DisposeAsync();
}
