namespace IntroBot.Tests.Intros;

public sealed class RefusalCardsTests
{
    public static TheoryData<Refusal> Refusals => [.. Enum.GetValues<Refusal>()];

    [Theory, MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_card_that_says_what_can_be_done_or_that_nothing_must(Refusal why)
    {
        var card = RefusalCards.Of(why);

        Assert.NotEqual("", PlainText.Of(card.Title));
        Assert.NotEmpty(card.Parts);
    }
}
