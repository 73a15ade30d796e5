using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class RespectRuleTests
{
    [Theory]
    [InlineData("You have to see my shoes.")]
    [InlineData("You owe me one.")]
    [InlineData("I expect an answer by Friday.")]
    [InlineData("I need you to call my supplier.")]
    [InlineData("You must answer this.")]
    public void A_demand_gets_a_hint(string step) =>
        Assert.Equal(AskTemplate.SmallStep, Asks.Heard(13, Asks.With(AskTemplate.SmallStep, step))?.Field);

    [Theory]
    [InlineData("I need your view on two suppliers.")]
    [InlineData("I would value the experience you have to share.")]
    [InlineData("When do you have to book a factory?")]
    [InlineData("I expect to finish in May, and I expect nothing in return.")]
    [InlineData("You must have seen many suppliers.")]
    [InlineData("I don’t need you to prepare anything.")]
    public void Words_that_only_look_like_a_demand_get_no_hint(string step) =>
        Assert.Null(Asks.Heard(13, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("Write to her and cc me.")]
    [InlineData("Please introduce us now.")]
    [InlineData("Could you introduce us by email today?")]
    [InlineData("Just send me her phone number.")]
    public void Going_around_a_persons_consent_gets_a_hint(string step) =>
        Assert.Contains("We ask them first, always", Asks.Heard(24, Asks.With(AskTemplate.SmallStep, step))?.Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("Could you introduce us, if she likes the idea?")]
    [InlineData("Three questions about the 250 cc motors of your new line")]
    [InlineData("Could you tell me their address in Porto's old town from the talk?")]
    public void An_introduction_with_room_for_a_no_gets_no_hint(string step) =>
        Assert.Null(Asks.Heard(24, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("I can pay you for your time.")]
    [InlineData("There is a referral fee of 5 percent.")]
    [InlineData("I will send you a gift card.")]
    [InlineData("A €50 voucher.")]
    [InlineData("$100")]
    public void Money_or_gifts_get_a_hint(string offer) =>
        Assert.Equal(AskTemplate.InReturn, Asks.Heard(25, Asks.With(AskTemplate.InReturn, offer))?.Field);

    [Theory]
    [InlineData("I will pay it forward.")]
    [InlineData("Hard-won notes on cash flow, and no gifts.")]
    [InlineData("A coffee on me, and news of how it went.")]
    [InlineData("Nothing yet, and grateful.")]
    [InlineData("Lessons from growing a shop to €2m.")]
    public void Thanks_and_knowledge_are_no_money(string offer) => Assert.Null(Asks.Heard(25, Asks.With(AskTemplate.InReturn, offer)));

    [Theory]
    [InlineData("Could you refer me to your hiring team?", Purpose.Job)]
    [InlineData("Would you forward my CV to two people?", Purpose.Job)]
    [InlineData("Would you invest in our company?", Purpose.Funding)]
    [InlineData("We are raising a seed round; three questions.", Purpose.Funding)]
    [InlineData("Would you buy our shoes for your shops?", Purpose.Customer)]
    public void Advice_that_means_more_gets_a_hint_with_the_purpose_it_has(string step, Purpose meant) =>
        Assert.Equal(Purposes.Label(meant), Asks.Heard(16, Asks.With(AskTemplate.SmallStep, step))?.Better);

    [Theory]
    [InlineData("How did you get your job at Nike?")]
    [InlineData("How do shops decide what to buy, and whether to invest in training?")]
    [InlineData("We are about to order our first thousand pairs. How would you order them?")]
    [InlineData("Two questions on raising children while you run a shop")]
    public void Advice_about_jobs_money_and_shops_gets_no_hint(string step) =>
        Assert.Null(Asks.Heard(16, Asks.With(AskTemplate.SmallStep, step)));

    [Fact]
    public void A_job_may_be_asked_for_when_the_purpose_says_so() =>
        Assert.Null(Asks.Heard(
            16, Asks.With(AskTemplate.SmallStep, "Could you refer me to your hiring team?") with { Purpose = Purpose.Job }));
}
