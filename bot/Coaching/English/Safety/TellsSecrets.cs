using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Safety;

/// <summary>Rule 19 (blocks): secrets, phone numbers, e-mail addresses and salaries stay out of a note that travels.</summary>
public sealed partial class TellsSecrets : ICoachingRule
{
    public int Id => 19;

    public Hint? Read(Ask ask, CoachContext context) => Passage.All(ask).Select(Read).FirstOrDefault(hint => hint is not null);

    private Hint? Read(Passage passage) => passage.Text switch
    {
        var text when Token().IsMatch(text) || Password().IsMatch(text) =>
            Found(passage,
                "This looks like a password, a key or a card number. A note travels, so please take it out, and change it if it was real."),
        var text when Address().IsMatch(text) =>
            Found(
                passage,
                "An e-mail address in a note travels further than you may like. "
                    + "After a yes you two meet in a shared conversation, so none is needed."),
        var text when PhoneNumbers.IsIn(text) =>
            Found(passage,
                "A phone number in a note travels further than you may like. After a yes you two can share numbers in your conversation."),
        var text when Salary().IsMatch(text) =>
            Found(
                passage, "What somebody earns is best told in private, once you two have met.",
                "I would like to compare how people in this role are paid."),
        _ => null,
    };

    private Hint Found(Passage passage, string why, string? better = null) => new(Id, passage.Field, why, better, Blocks: true);

    [GeneratedRegex(
        @"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bxox[abeoprs]-[\w-]{10}|\bgh[pousr]_\w{20}" +
        @"|\bgithub_pat_\w{20}|\bglpat-[\w-]{16}|\bsk[-_][\w-]{16}|\bAIza[\w-]{30}" +
        @"|\beyJ[\w-]{8,2000}\.[\w-]{8}|-----BEGIN [A-Z ]{0,30}PRIVATE KEY|\b(?!19|20)\d{4}([ -])\d{4}\1\d{4}\1\d{4}\b",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Token();

    // A digit in the word, or nothing after it, tells a password from a sentence about passwords and secrets.
    [GeneratedRegex(
        @"\b(?:password|passcode|passphrase|pwd|api[ _-]?key|access[ _-]?key|client[ _-]?secret|secret|token|pin(?: code)?)" +
        @"(?: is)? ?[:=] ?(?=[^ ]{0,200}\d)[^ ]{4}" +
        @"|\b(?:password|passcode|passphrase|pwd|api[ _-]?key|access[ _-]?key|client[ _-]?secret) is (?=[^ ]{0,200}\d)[^ ]{4}" +
        @"|\b(?:password|passcode|passphrase|pwd) ?[:=] ?[^ ]{4,200}$",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Password();

    [GeneratedRegex(
        @"[\w+-]@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\b" +
        @"|\w ?(?:\(at\)|\[at\]|\bat\b) ?(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|proton(?:mail)?|gmx|aol|web|me)" +
        @" ?(?:\(dot\)|\[dot\]|\bdot\b) ?[a-z]{2,5}\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Address();

    // Revenue, prices and budgets are no salaries: a word for pay must stand right beside the amount.
    [GeneratedRegex(
        @"\b(?:salar(?:y|ies)|wages?|total compensation|compensation (?:package|expectations?)|my (?:pay|compensation)|base pay|day rate" +
        @"|I (?:earn|make|get paid|am paid)|I'm paid)\b" +
        @"(?: (?:expectations?|range|is|was|of|around|about|between|from|at|currently|now|near|band|level|over|under" +
        @"|some|roughly|the|my|a|would be)){0,5}:? ?" +
        @"(?:[$€£] ?\d|\d[\d.,']{0,12} ?(?:k ?)?(?:€|\$|£|eur\b|euros?\b|usd\b" +
        @"|dollars?\b|gbp\b|pounds?\b|chf\b|francs?\b)|\d{2,3} ?k\b(?! [a-z]+s\b))" +
        @"|(?:[$€£] ?\d[\d.,']{0,12} ?k?|\b\d[\d.,']{0,12} ?k? ?(?:€|\$|£|eur|euros?|usd|dollars?|gbp|pounds?|chf|francs?))" +
        @" (?:base |gross |net |annual |yearly |monthly )?(?:salary|wage)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Salary();
}
