using IntroBot.Playground;
using IntroBot.Playground.Html;

namespace IntroBot.Tests.Playground;

public sealed class HtmlFormsTests
{
    private static readonly OpenForm Open = OpenForm.Fresh(SampleStory.AskForm);

    [Fact]
    public void Every_input_has_a_label_and_its_help_is_tied_to_it()
    {
        var html = Drawn(Open);

        Assert.Contains("<label for=\"field-who\">Who would you like to meet?</label>", html, StringComparison.Ordinal);
        Assert.Contains(
            "id=\"field-who\" name=\"answer.who\" required autofocus aria-describedby=\"field-who-help field-who-count\"",
            html, StringComparison.Ordinal);
        Assert.Contains("<legend>How could they help? <span class=\"optional\">(optional)</span></legend>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_answer_keeps_its_words_and_gets_a_sentence_tied_to_it()
    {
        var html = Drawn(Open with
        {
            Typed = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("who", ["X"]).Add("helps", ["mail"]),
            Errors = ImmutableDictionary<string, string>.Empty.Add("who", "A little more, please.").Add("", "The bot is full today."),
        });

        Assert.Contains("value=\"X\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"mail\" checked", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"call\" checked", html, StringComparison.Ordinal);
        Assert.Contains(
            " autofocus aria-invalid=\"true\" aria-describedby=\"field-who-error field-who-help field-who-count\"",
            html, StringComparison.Ordinal);
        Assert.Contains("<h3>2 things to mend</h3>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<li><a href=\"#field-who\">Who would you like to meet?</a>: A little more, please.</li>", html, StringComparison.Ordinal);
        Assert.Contains("<li>The bot is full today.</li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_limit_cuts_words_silently() => Assert.DoesNotContain("maxlength", Drawn(Open), StringComparison.Ordinal);

    [Fact]
    public void The_second_way_out_takes_no_answers_with_it() =>
        Assert.Contains(
            "<button class=\"plain\" form=\"form-other\" formnovalidate>Ask me in the chat instead</button>",
            Drawn(Open), StringComparison.Ordinal);

    private static string Drawn(OpenForm open) => HtmlForms.Of(open, new FormLocation("ava", "12345678")).ToString();
}
