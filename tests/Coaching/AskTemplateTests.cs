using IntroBot.Coaching;

namespace IntroBot.Tests.Coaching;

public sealed class AskTemplateTests
{
    public static TheoryData<string, int, int> Lengths => new()
    {
        { AskTemplate.Who, 3, 120 },
        { AskTemplate.WhyThem, 40, 400 },
        { AskTemplate.SmallStep, 20, 240 },
        { AskTemplate.AboutYou, 30, 300 },
        { AskTemplate.InReturn, 0, 240 },
        { AskTemplate.DeadlineReason, 0, 120 },
        { AskTemplate.AlreadyTried, 0, 200 },
        { AskTemplate.Note, 1, AskTemplate.NoteLength },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_field_takes_answers_from_its_shortest_to_its_longest(string field, int min, int max)
    {
        Assert.Equal(min, Taken(field, new string('a', min)).Length);
        Assert.Equal(max, Taken(field, new string('a', max)).Length);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_field_turns_away_what_is_too_long_or_too_short(string field, int min, int max)
    {
        Assert.IsType<FieldAnswer.Wrong>(Write(field, new string('a', max + 1)));
        if (min > 0)
        {
            Assert.IsType<FieldAnswer.Wrong>(Write(field, new string('a', min - 1)));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Only_a_field_that_is_needed_turns_away_an_empty_answer(string field, int min, int max)
    {
        Assert.True(max > min);
        Assert.Equal(AskTemplate.Field(field).Required, Write(field, "  ") is FieldAnswer.Wrong);
    }

    [Fact]
    public void Space_around_an_answer_is_not_counted() => Assert.Equal("Grace Lee", Taken(AskTemplate.Who, "  Grace Lee \n"));

    [Theory]
    [InlineData("soon")]
    [InlineData("32.12.2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-01")]
    public void A_wrong_or_past_date_is_turned_away(string date) => Assert.IsType<FieldAnswer.Wrong>(Write(AskTemplate.Deadline, date));

    [Theory]
    [InlineData("2026-11-02")]
    [InlineData("2026-12-01")]
    [InlineData("")]
    public void Today_a_day_to_come_and_no_date_are_taken(string date) => Assert.Equal(date, Taken(AskTemplate.Deadline, date));

    [Theory]
    [InlineData("one, two, three, four")]
    [InlineData(" , ;")]
    [InlineData("x")]
    [InlineData("a topic of far more than forty characters in all")]
    public void Too_many_topics_or_none_or_odd_ones_are_turned_away(string topics) =>
        Assert.IsType<FieldAnswer.Wrong>(Write(AskTemplate.Topics, topics));

    [Theory]
    [InlineData("sourcing", "sourcing")]
    [InlineData("one; two\nthree", "one, two, three")]
    [InlineData("Foam, foam, FOAM, shoes", "Foam, shoes")]
    public void One_to_three_different_topics_are_taken(string typed, string kept) => Assert.Equal(kept, Taken(AskTemplate.Topics, typed));

    [Theory]
    [InlineData("advice", true)]
    [InlineData("Mentoring", true)]
    [InlineData("3", false)]
    [InlineData("fun", false)]
    public void A_purpose_is_one_of_the_list(string purpose, bool taken) =>
        Assert.Equal(taken, Write(AskTemplate.PurposeId, purpose) is FieldAnswer.Taken);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("", false)]
    public void The_promises_must_be_ticked(string tick, bool taken) =>
        Assert.Equal(taken, Write(AskTemplate.Promises, tick) is FieldAnswer.Taken);

    private static FieldAnswer Write(string field, string text) => AskTemplate.Field(field).Write(new Ask(), text, Asks.Today);

    private static string Taken(string field, string text) =>
        AskTemplate.Field(field).Read(Assert.IsType<FieldAnswer.Taken>(Write(field, text)).Ask);
}
