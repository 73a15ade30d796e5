using CsCheck;
using IntroBot.Givers;

namespace IntroBot.Tests.Givers;

public sealed class TermTests
{
    [Theory]
    [InlineData("Supply-Chains", "supply chain")]
    [InlineData("  supply   chain ", "supply chain")]
    [InlineData("Café", "cafe")]
    [InlineData("C#", "c#")]
    [InlineData("C++", "c++")]
    [InlineData("Companies", "company")]
    [InlineData("Business", "business")]
    [InlineData("Logistics", "logistic")]
    [InlineData("サプライチェーン", "サフライチェーン")]
    [InlineData("!!!", "")]
    [InlineData("half\uD83D", "half")]
    public void Words_are_compared_by_what_they_mean(string words, string term) => Assert.Equal(term, IndexKey.Of(words));

    [Fact]
    public void Any_text_has_a_term() => Gen.String.Sample(text => IndexKey.Of(text) is not null);

    [Fact]
    public void Letters_large_or_small_make_no_difference() =>
        Gen.String[Gen.Char['a', 'z'], 1, 20].Sample(text => IndexKey.Of(text.ToUpperInvariant()) == IndexKey.Of(text));

    [Fact]
    public void Signs_around_words_make_no_difference() =>
        Gen.String[Gen.Char['a', 'z'], 1, 20].Sample(text => IndexKey.Of($"  ({text})! ") == IndexKey.Of(text));
}
