using IntroBot.Coaching.English.Text;

namespace IntroBot.Tests.Coaching;

/// <summary>What is left of a sentence says who is meant.</summary>
public sealed class LeadInTests
{
    [Theory]
    [InlineData("I'd love to meet someone who has run a supply chain at Nike")]
    [InlineData("I’d really like to talk to someone who has run a supply chain at Nike")]
    [InlineData("Hello, I would like to get to know someone who has run a supply chain at Nike")]
    public void A_wish_is_read_as_the_person_wished_for(string words) =>
        Assert.Equal("someone who has run a supply chain at Nike", LeadIn.Without(words));

    [Theory]
    [InlineData("Somebody who would love to meet founders")]
    [InlineData("I'd love to meet")]
    public void Words_that_are_no_wish_stay_as_they_are(string words) => Assert.Equal(words, LeadIn.Without(words));
}
