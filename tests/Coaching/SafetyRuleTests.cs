using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class SafetyRuleTests
{
    [Theory]
    [InlineData("Hello [Name], three questions?")]
    [InlineData("Hello {{first_name}}, three questions?")]
    [InlineData("Your work at XXX is close to mine.")]
    [InlineData("I like [insert talk here] very much.")]
    [InlineData("Dear <first name>, three questions?")]
    [InlineData("Hello [Company Name]!")]
    [InlineData("Lorem ipsum dolor sit amet.")]
    [InlineData("My name is ____.")]
    public void A_placeholder_is_blocked(string note) => Assert.True(Asks.Heard(7, Asks.With(AskTemplate.Note, note))?.Blocks);

    [Theory]
    [InlineData("Many thanks xxx")]
    [InlineData("Your talk [1] helped; I work [remote] in Porto [sic].")]
    [InlineData("See [my name](https://example.com) for more.")]
    [InlineData("Shoes in size XXL, and a {set} of two.")]
    public void Brackets_and_kisses_are_no_placeholders(string note) => Assert.Null(Asks.Heard(7, Asks.With(AskTemplate.Note, note)));

    [Theory]
    [InlineData("Call me on +44 7700 900123.")]
    [InlineData("Call (415) 555-0132 after six.")]
    [InlineData("I am at 020 7946 0958.")]
    [InlineData("My number is 555 0132.")]
    [InlineData("0049 30 901820 works too.")]
    [InlineData("Write to ava.stone@gmail.com.")]
    [InlineData("Write to ava (at) outlook dot com.")]
    [InlineData("My salary is €60,000.")]
    [InlineData("I earn 60k and look for more.")]
    [InlineData("I left a $120k salary for this.")]
    [InlineData("The password is Sunshine22.")]
    [InlineData("api_key = 8f3b2c1d")]
    [InlineData("Use AKIAIOSFODNN7EXAMPLE for the test.")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("Card 4111 1111 1111 1111.")]
    public void Secrets_numbers_addresses_and_salaries_are_blocked(string note) =>
        Assert.True(Asks.Heard(19, Asks.With(AskTemplate.Note, note))?.Blocks);

    [Theory]
    [InlineData("I worked there 2019-2024, and 2016 2018 before.")]
    [InlineData("Between 2026-11-02 and 01.12.2026 at 14:00.")]
    [InlineData("From 09/2021-12/2023 in Porto.")]
    [InlineData("We sold 1 000 000 pairs for $12,500,000 last year.")]
    [InlineData("We grew by +5 000 000 users to 2500000000 views.")]
    [InlineData("Our studio is in 4050-313 Porto; the shop is in 90210-1234.")]
    [InlineData("The book is 978-3-16-148410-0.")]
    [InlineData("Our revenue is €2m a year, and customers pay $20 a month.")]
    [InlineData("Two questions about salary bands and 40k pairs of shoes.")]
    [InlineData("The secret is patience, and a password is a relic.")]
    [InlineData("Our secret: listening. A token is issued for each pair.")]
    [InlineData("I work at Outlook in Porto, and @ava knows me.")]
    [InlineData("See https://example.com/p/4155550132 for the shoe.")]
    public void Years_dates_prices_places_and_revenue_are_not_blocked(string note) =>
        Assert.Null(Asks.Heard(19, Asks.With(AskTemplate.Note, note)));

    [Theory]
    [InlineData("https://a.example/1 https://b.example/2 www.c.example/3")]
    [InlineData("Please find attached my plan.")]
    [InlineData("I've attached our deck.")]
    [InlineData("Could you send me your slides?")]
    public void Three_links_or_an_attachment_get_a_hint(string note) => Assert.NotNull(Asks.Heard(20, Asks.With(AskTemplate.Note, note)));

    [Theory]
    [InlineData("https://a.example/1 and https://b.example/2. Again: https://b.example/2")]
    [InlineData("I am attached to this old shoe.")]
    public void Two_links_get_no_hint(string note) => Assert.Null(Asks.Heard(20, Asks.With(AskTemplate.Note, note)));
}
