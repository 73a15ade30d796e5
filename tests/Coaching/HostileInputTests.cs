using IntroBot.Coaching;
using IntroBot.Coaching.English;

namespace IntroBot.Tests.Coaching;

/// <summary>Every pattern has a match timeout of a second; one that met it would throw.</summary>
public sealed class HostileInputTests
{
    private const int Length = 10_000;

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("A ")]
    [InlineData("AB ")]
    [InlineData("!")]
    [InlineData("! ")]
    [InlineData("1")]
    [InlineData("0 1-")]
    [InlineData("+1 ")]
    [InlineData("(0")]
    [InlineData("a.")]
    [InlineData("a@a.")]
    [InlineData("a at ")]
    [InlineData("[your ")]
    [InlineData("{{")]
    [InlineData("<name ")]
    [InlineData("_")]
    [InlineData("http://")]
    [InlineData("www.")]
    [InlineData("eyJaaaaaaaa.")]
    [InlineData("password is ")]
    [InlineData("salary from ")]
    [InlineData("I have had ")]
    [InlineData("you have to ")]
    [InlineData("and also then ")]
    [InlineData("your great ")]
    [InlineData("as we already ")]
    [InlineData("‘“’”")]
    [InlineData("\ud83d\ude00")]
    [InlineData("\ud83d")]
    [InlineData("A. B? ")]
    public void Ten_kilobytes_of_anything_are_read_without_a_timeout(string bait)
    {
        var text = string.Concat(Enumerable.Repeat(bait, Length / bait.Length));
        var ask = new Ask
        {
            Who = text,
            Topics = [text],
            Purpose = Purpose.Advice,
            WhyThem = text,
            SmallStep = text,
            AboutYou = text,
            InReturn = text,
            Note = text,
            DeadlineReason = text,
            AlreadyTried = text,
        };
        var context = Asks.Context with { AskerName = text, OpenAsks = [ask], IsFirstAsk = true };

        Assert.All(EnglishRules.All, rule => rule.Read(ask, context));
        Assert.InRange(AskTemplate.WordCount(NoteDraft.Of(ask, text)), 1, NoteDraft.MaxWords);
    }
}
