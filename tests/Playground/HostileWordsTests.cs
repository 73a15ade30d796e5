using System.Text.RegularExpressions;
using IntroBot.Playground;
using IntroBot.Playground.Html;

namespace IntroBot.Tests.Playground;

/// <summary>
/// What people write stays what they wrote: no tag and no attribute is on the page that harmless words in the same part do not bring.
/// </summary>
public sealed partial class HostileWordsTests : Platforms.HostileWordsTests
{
    /// <summary>Words that mean no harm: a line, paragraphs, a line that runs to the left, and none.</summary>
    private static readonly string[] Harmless = ["x", "x\n\nx\nx", "שלום", ""];

    protected override Task AssertHarmlessAsync(Func<string, Card> part, string words)
    {
        AssertHarmless(each => HtmlCards.Of(part(each), new CardLocation("ava", "chat.ava", "m1", 0)), words);
        return Task.CompletedTask;
    }

    protected override Task AssertHarmlessAsync(Func<string, Form> part, string words)
    {
        AssertHarmless(each => Drawn(OpenForm.Fresh(part(each))), words);
        AssertHarmless(each => Drawn(Mended(part(each), each)), words);
        return Task.CompletedTask;
    }

    private static HtmlFragment Drawn(OpenForm open) => HtmlForms.Of(open, new FormLocation("ava", "12345678"));

    /// <summary>The form after it was sent in, with the same words as answers and as errors.</summary>
    private static OpenForm Mended(Form form, string words) => OpenForm.Fresh(form) with
    {
        Typed = form.Inputs.ToImmutableDictionary(input => input.Id, _ => ImmutableArray.Create(words)),
        Errors = form.Inputs.Select(input => input.Id).Append("").ToImmutableDictionary(id => id, _ => words),
    };

    private static void AssertHarmless(Func<string, HtmlFragment> draw, string words)
    {
        var page = draw(words).ToString();

        Assert.Empty(Shapes(page).Except(Harmless.SelectMany(each => Shapes(draw(each).ToString()))));
        Assert.DoesNotMatch("[<>]", Tag().Replace(page, ""));
    }

    /// <summary>Each tag with the names of its attributes, whose values cannot end early.</summary>
    private static IEnumerable<string> Shapes(string page) =>
        Tag().Matches(page).Select(tag => $"{tag.Groups["name"]} {string.Join(' ', tag.Groups["attribute"].Captures)}");

    [GeneratedRegex("""<(?<name>/?[a-z0-9]+)(?: (?<attribute>[a-z-]+)(?:="[^"<>]*")?)* ?>""")]
    private static partial Regex Tag();
}
