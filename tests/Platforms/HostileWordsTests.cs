namespace IntroBot.Tests.Platforms;

/// <summary>What people write stays what they wrote, in every part of a card and of a form: the same for all who draw them.</summary>
public abstract class HostileWordsTests
{
    /// <summary>Letters that nobody sees, and that turn or hide what stands beside them.</summary>
    private static readonly string[] Hidden = ["\u202E", "\u2066", "\u200F", "\u200B", "\u0007", "\r"];

    public static TheoryData<string> Words =>
    [
        // What Slack reads as a call, a link, emphasis, an emoji or an escape.
        "<!channel>", "<@U123>", "<https://evil.example|x>", "*bold* _it_ ~no~ `code`", ":tada:", "&lt;!here&gt;",
        "> quote\n```block```",
        // What Teams reads as a call, a link, emphasis, a list, a date or a template.
        "<at>Ava</at>", "[x](https://evil.example)", "https://evil.example", "**bold** _it_ ~no~ `code`", "# Heading\n- item\n1. item",
        "&lt;b&gt; <b>x</b>", "{{DATE(2026-11-24T10:00:00Z, SHORT)}} {{{TIME(2026-11-24T10:00:00Z)}}}", "{{", "${card.data}", "\\*\\",
        "ava@evil.example",
        // What a page reads as a script, an attribute, a comment or an entity.
        "<script>alert('1')</script>", "<img src=x onerror=alert(1)>", "\" onload=\"x\"", "' onload='x'",
        "</textarea></title><svg onload=x>", "<!-- x", "]]><![CDATA[", "&quot;&#39;&amp;", "javascript:alert(1)",
        // What nobody sees, or sees turned, cut or in great number.
        "\u202Egnp.exe\u2066\u200F", "\u200B\u0007bell\r\n\r\nnext", "\uD800 lone \uDC00", "\uFEFF", "", "   \n\t ", "👩‍🚀", "שלום",
        "e" + new string('\u0301', 10_240), new string('a', 10_240), new string('\n', 5000) + "x" + new string('"', 5000),
    ];

    public static TheoryData<string> CardParts => [.. HostileParts.OfCards.Keys];

    public static TheoryData<string> FormParts => [.. HostileParts.OfForms.Keys];

    [Theory, MemberData(nameof(CardParts))]
    public Task Words_in_a_part_of_a_card_stay_words(string part) =>
        EachAsync(words => AssertHarmlessAsync(HostileParts.OfCards[part], words));

    [Theory, MemberData(nameof(Words))]
    public Task Words_in_every_place_of_a_card_stay_words(string words) => AssertHarmlessAsync(HostileParts.Card, words);

    [Theory, MemberData(nameof(FormParts))]
    public Task Words_in_a_part_of_a_form_stay_words(string part) =>
        EachAsync(words => AssertHarmlessAsync(HostileParts.OfForms[part], words));

    [Theory, MemberData(nameof(Words))]
    public Task Words_in_every_place_of_a_form_stay_words(string words) => AssertHarmlessAsync(HostileParts.Form, words);

    protected abstract Task AssertHarmlessAsync(Func<string, Card> part, string words);

    protected abstract Task AssertHarmlessAsync(Func<string, Form> part, string words);

    protected static void AssertNothingHidden(string words) =>
        Assert.DoesNotContain(Hidden, hidden => words.Contains(hidden, StringComparison.Ordinal));

    private static Task EachAsync(Func<string, Task> holds) => Assert.AllAsync(Words.Select(row => row.Data), holds);
}
