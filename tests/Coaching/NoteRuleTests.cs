using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class NoteRuleTests
{
    private const string Hello = "Hello, I am Ava Stone, a designer in Porto. ";

    [Theory]
    [InlineData(101, false)]
    [InlineData(120, false)]
    [InlineData(121, true)]
    public void A_note_over_100_words_gets_a_hint_and_over_120_is_blocked(int words, bool blocks) =>
        Assert.Equal(blocks, Asks.Heard(8, Asks.With(AskTemplate.Note, Asks.Words(words)))!.Blocks);

    [Fact]
    public void A_note_of_100_words_gets_no_hint() => Assert.Null(Asks.Heard(8, Asks.With(AskTemplate.Note, Asks.Words(100))));

    [Theory]
    [InlineData("As we discussed, I look for a supplier.")]
    [InlineData("See above for what I do.")]
    [InlineData("Following up on our call, two questions.")]
    [InlineData("I run the QBR for our shoes.")]
    [InlineData("Who handles MOQs at your studio?")]
    public void Words_a_stranger_cannot_know_get_a_hint(string note) =>
        Assert.Equal(AskTemplate.Note, Asks.Heard(9, Asks.With(AskTemplate.Note, note))?.Field);

    [Theory]
    [InlineData("The MOQ (minimum order quantity) is too high for us.")]
    [InlineData("The minimum order quantity is high. Is an MOQ of 500 usual?")]
    [InlineData("Our CEO and the HR team in the UK use AI and an API.")]
    [InlineData("I NEED a supplier; Part II of our plan is about B2B.")]
    [InlineData("We discussed foam for a year before we began.")]
    public void Explained_or_well_known_acronyms_get_no_hint(string note) => Assert.Null(Asks.Heard(9, Asks.With(AskTemplate.Note, note)));

    [Fact]
    public void A_company_that_is_asked_for_is_a_name_and_no_acronym() =>
        Assert.Null(Asks.Heard(9, Asks.Good with { Who = "A buyer at ACME", Note = "I would like to meet a buyer at ACME." }));

    [Fact]
    public void A_note_without_the_askers_name_gets_a_hint_that_brings_it() =>
        Assert.Equal(
            "I am Ava Stone. I design running shoes at a studio of six people in Porto.",
            Asks.Heard(10, Asks.With(AskTemplate.Note, "Could you answer three questions? Thank you."))?.Better);

    [Fact]
    public void A_note_with_a_name_and_nothing_about_its_bearer_gets_a_hint() =>
        Assert.NotNull(Asks.Heard(10, Asks.With(AskTemplate.Note, "Ava here. Could you answer three things?")));

    [Theory]
    [InlineData("ava here, who designs shoes in Porto. Could you answer three questions?")]
    [InlineData("I’m Ava Stone and I lead a small team.")]
    [InlineData("")]
    public void A_note_that_says_who_asks_gets_no_hint(string note) => Assert.Null(Asks.Heard(10, Asks.With(AskTemplate.Note, note)));

    [Fact]
    public void A_note_without_an_easy_way_out_is_offered_one_that_helps()
    {
        var ask = Asks.With(AskTemplate.Note, Hello + "May I ask you three questions? Thank you.");
        var offered = Asks.Heard(14, ask)?.Better;
        Assert.Null(Asks.Heard(14, ask with { Note = $"{ask.Note} {offered}" }));
    }

    [Theory]
    [InlineData("No worries if this is not for you.")]
    [InlineData("Please feel free to ignore this.")]
    [InlineData("If you’d rather not, I understand.")]
    [InlineData("A “no” is fine; saying no takes a second.")]
    [InlineData("")]
    public void A_note_with_an_easy_way_out_gets_no_hint(string note) => Assert.Null(Asks.Heard(14, Asks.With(AskTemplate.Note, note)));

    [Theory]
    [InlineData("May I ask you three questions?")]
    [InlineData("Thanks to my team we sell in six countries.")]
    public void A_note_without_thanks_is_offered_some_that_help(string note)
    {
        var offered = Asks.Heard(15, Asks.With(AskTemplate.Note, note))?.Better;
        Assert.Null(Asks.Heard(15, Asks.With(AskTemplate.Note, $"{note} {offered}")));
    }

    [Theory]
    [InlineData("Many thanks, Ava")]
    [InlineData("I would appreciate it.")]
    [InlineData("I'd be grateful.")]
    public void A_note_with_thanks_gets_no_hint(string note) => Assert.Null(Asks.Heard(15, Asks.With(AskTemplate.Note, note)));
}
