using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class OpenAskRuleTests
{
    [Fact]
    public void The_same_ask_in_slightly_other_words_is_blocked()
    {
        var open = Asks.Good with { Who = "Somebody who has run supply chains at sports brands", Topics = ["Sourcing", "supply chains"] };
        Assert.True(Asks.Heard(21, Asks.Good, Asks.Context with { OpenAsks = [open] })?.Blocks);
    }

    [Fact]
    public void The_same_person_asked_for_something_else_is_not_blocked()
    {
        var open = Asks.Good with { Topics = ["hiring"], SmallStep = "Could you comment on one job advert?" };
        Assert.Null(Asks.Heard(21, Asks.Good, Asks.Context with { OpenAsks = [open] }));
    }

    [Fact]
    public void Other_people_with_the_same_topics_are_not_blocked()
    {
        var open = Asks.Good with { Who = "A buyer at a furniture maker" };
        Assert.Null(Asks.Heard(21, Asks.Good, Asks.Context with { OpenAsks = [open] }));
    }

    [Theory]
    [InlineData("ava stone")]
    [InlineData("Ava Stone, designer in Porto")]
    [InlineData("Myself")]
    public void Asking_to_meet_oneself_is_blocked(string who) => Assert.True(Asks.Heard(21, Asks.With(AskTemplate.Who, who))?.Blocks);

    [Theory]
    [InlineData("Ava Stone’s first boss")]
    [InlineData("Ava Stoneman")]
    [InlineData("A friend of Ava Stone")]
    public void Asking_to_meet_somebody_near_is_not_blocked(string who) => Assert.Null(Asks.Heard(21, Asks.With(AskTemplate.Who, who)));

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void As_many_open_asks_as_are_allowed_block_another(int open, bool blocked)
    {
        Ask[] asks = [.. Enumerable.Range(0, open).Select(_ => new Ask { Who = "A furniture buyer in Sweden" })];
        Assert.Equal(blocked, Asks.Heard(21, Asks.Good, Asks.Context with { OpenAsks = [.. asks] }) is { Blocks: true });
    }

    [Fact]
    public void A_giver_who_waits_for_news_is_named() =>
        Assert.StartsWith(
            "Tell Grace how it went first? One tap.",
            Asks.Heard(22, Asks.Good, Asks.Context with { OpenLoopWith = "Grace" })?.Why, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nobody_waiting_gets_no_hint(string? giver) =>
        Assert.Null(Asks.Heard(22, Asks.Good, Asks.Context with { OpenLoopWith = giver }));
}
