using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class SmallStepRuleTests
{
    [Theory]
    [InlineData("Anyone")]
    [InlineData("anyone in fashion")]
    [InlineData("Someone interesting")]
    [InlineData("Somebody who is really interesting in fintech")]
    [InlineData("someone senior")]
    [InlineData("An expert")]
    public void Asking_for_anyone_gets_a_hint(string who) =>
        Assert.Equal(AskTemplate.Who, Asks.Heard(1, Asks.With(AskTemplate.Who, who))?.Field);

    [Fact]
    public void Anyone_with_a_deed_is_offered_the_same_words_with_someone() =>
        Assert.Equal("Someone who has run a factory", Asks.Heard(1, Asks.With(AskTemplate.Who, "Anyone who has run a factory"))?.Better);

    [Theory]
    [InlineData("Someone who knows sourcing better than anyone at Nike")]
    [InlineData("Someone interested in shoe recycling at Adidas")]
    [InlineData("Someone senior at a sports brand")]
    [InlineData("Grace Lee")]
    [InlineData("")]
    public void Asking_for_somebody_to_picture_gets_no_hint(string who) => Assert.Null(Asks.Heard(1, Asks.With(AskTemplate.Who, who)));

    [Theory]
    [InlineData("I would love to pick your brain about sourcing.")]
    [InlineData("Can I pick Grace’s brain for 20 minutes?")]
    [InlineData("A quick chat about sourcing would be lovely.")]
    [InlineData("I would like to connect.")]
    [InlineData("Happy to connect with you on this")]
    public void A_fuzzy_step_gets_a_hint_with_a_better_one(string step)
    {
        var hint = Asks.Heard(2, Asks.With(AskTemplate.SmallStep, step));
        Assert.Equal("Could I ask three questions about supply chain in a 20-minute call?", hint?.Better);
    }

    [Theory]
    [InlineData("A quick chat of 15 minutes with two questions on foam")]
    [InlineData("Could you show us how you connect with suppliers in Asia?")]
    [InlineData("Tell us how to connect our scanner to the stock list")]
    public void A_quick_chat_with_a_number_or_a_question_gets_no_hint(string step) =>
        Assert.Null(Asks.Heard(2, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("Some guidance and support with my plans")]
    [InlineData("I would like to ask for help with my career")]
    [InlineData("Your insight on one of the big topics of our day")]
    public void A_step_with_nothing_to_hold_on_to_gets_a_hint(string step) =>
        Assert.Equal(AskTemplate.SmallStep, Asks.Heard(3, Asks.With(AskTemplate.SmallStep, step))?.Field);

    [Theory]
    [InlineData("Review the first page of my sourcing plan")]
    [InlineData("Twenty minutes on the phone next week")]
    [InlineData("Is foam worth it?")]
    [InlineData("")]
    public void A_verb_a_number_or_a_question_is_enough_to_hold_on_to(string step) =>
        Assert.Null(Asks.Heard(3, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("Could you answer three questions and introduce me to your boss?")]
    [InlineData("A 20-minute call, and also could you look over my plan?")]
    [InlineData("Please read my plan. Please call me after.")]
    [InlineData("I have two requests for you this month")]
    [InlineData("A 15-minute call and an introduction to your buyer")]
    public void A_second_ask_gets_a_hint(string step) => Assert.NotNull(Asks.Heard(4, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("Could you read and comment on one page of my plan?")]
    [InlineData("Three questions: how you chose, what failed, and what you would do today.")]
    [InlineData("A 20-minute call and I would be grateful")]
    public void One_ask_with_an_and_in_it_gets_no_hint(string step) => Assert.Null(Asks.Heard(4, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("Three questions in 45 minutes")]
    [InlineData("A 20–40 min call")]
    [InlineData("Could we talk for an hour?")]
    [InlineData("Could I invite you to lunch?")]
    [InlineData("Would you mentor me this year?")]
    [InlineData("Would you be my mentor?")]
    public void More_than_half_an_hour_lunch_or_mentoring_gets_a_hint(string step) =>
        Assert.NotNull(Asks.Heard(5, Asks.With(AskTemplate.SmallStep, step)));

    [Theory]
    [InlineData("Three questions in 30 minutes")]
    [InlineData("Half an hour on the phone")]
    [InlineData("Two questions about your 45-minute talk")]
    [InlineData("A 15-minute call in your lunch break")]
    [InlineData("Three questions about how your mentoring programme began; I answer within an hour")]
    public void Half_an_hour_and_other_peoples_hours_get_no_hint(string step) =>
        Assert.Null(Asks.Heard(5, Asks.With(AskTemplate.SmallStep, step)));
}
