using IntroBot.Coaching;
using IntroBot.Coaching.English;

namespace IntroBot.Tests.Coaching;

public sealed class CoachTests
{
    private static readonly Ask Clumsy = new()
    {
        Who = "Anyone interesting",
        Topics = ["sales"],
        Purpose = Purpose.Advice,
        WhyThem = "You are amazing and inspiring, and you have to help me ASAP!!!",
        SmallStep = "Let's do lunch, and also could you hire me?",
        AboutYou = "I am looking for a job.",
        InReturn = "I can pay you.",
        Note = "Hello [name], as we discussed, cc me and call +44 7700 900123.",
    };

    [Fact]
    public void A_good_ask_gets_no_hints() => Assert.Empty(Coach.Review(Asks.Good, Asks.Context));

    [Fact]
    public void A_good_first_ask_gets_no_hints() => Assert.Empty(Coach.Review(Asks.Good, Asks.Context with { IsFirstAsk = true }));

    [Fact]
    public void An_empty_draft_gets_no_hints() => Assert.Empty(Coach.Review(new Ask(), Asks.Context));

    [Fact]
    public void At_most_five_hints_are_given() => Assert.Equal(Coach.MaxHints, Coach.Review(Clumsy, Asks.Context).Length);

    [Fact]
    public void Every_blocking_hint_is_given_and_comes_first()
    {
        var context = Asks.Context with { OpenAsks = [Clumsy] };
        var hints = Coach.Review(Clumsy with { Note = $"{Clumsy.Note} {Asks.Words(121)}" }, context);
        Assert.Equal([true, true, true, true, false], hints.Select(hint => hint.Blocks));
        Assert.Equal([7, 8, 19, 21], hints.Take(4).Select(hint => hint.Rule).Order());
    }

    [Fact]
    public void Respect_is_spoken_of_before_manners()
    {
        int[] rules = [.. Coach.Review(Clumsy with { Note = "" }, Asks.Context).Select(hint => hint.Rule)];
        Assert.Equal([13, 25, 1, 5, 4], rules);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en-GB")]
    [InlineData("EN_us")]
    public void English_is_coached_in_every_country(string language) =>
        Assert.NotEmpty(Coach.Review(Clumsy, Asks.Context with { Language = language }));

    [Theory]
    [InlineData("de")]
    [InlineData("enm")]
    [InlineData("")]
    public void A_language_without_rules_gets_no_hints(string language) =>
        Assert.Empty(Coach.Review(Clumsy, Asks.Context with { Language = language }));

    [Fact]
    public void Each_of_the_25_rules_is_listed_once() =>
        Assert.Equal(Enumerable.Range(1, 25), EnglishRules.All.Select(rule => rule.Id).Order());

    [Fact]
    public void Every_hint_carries_its_rule_and_a_field_of_the_template()
    {
        var context = Asks.Context with { OpenAsks = [Clumsy], OpenLoopWith = "Grace", IsFirstAsk = true };
        Assert.All(
            EnglishRules.All.Select(rule => (rule.Id, Hint: rule.Read(Clumsy, context))).Where(heard => heard.Hint is not null),
            heard =>
            {
                Assert.Equal(heard.Id, heard.Hint!.Rule);
                Assert.Equal(heard.Hint.Field, AskTemplate.Field(heard.Hint.Field).Id);
                Assert.NotEmpty(heard.Hint.Why);
            });
    }
}
