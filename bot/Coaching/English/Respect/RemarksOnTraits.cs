using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 18: remarks on looks or on traits that are nobody's business here; a small, careful list.</summary>
public sealed partial class RemarksOnTraits : ICoachingRule
{
    public int Id => 18;

    public Hint? Read(Ask ask, CoachContext context) => Passage.Find(ask, Remark()) is { } passage
        ? new Hint(
            Id,
            passage.Field,
            $"“{Remark().Match(passage.Text).Value}” may hurt, even when it is meant kindly. What somebody did is always safe to speak of.",
            $"Your work on {SmallSteps.Topic(ask)} is why I ask you.")
        : null;

    // Who one is oneself (“as a woman in tech”), networks and products (“Women in Tech”, “white paper”) are not remarks.
    [GeneratedRegex(
        @"\b(?:beautiful|gorgeous|handsome|attractive|pretty|sexy|good-looking|cute) (?:young )?" +
        @"(?:woman|women|lady|ladies|girls?|man|men|guys?|face|smile|eyes)\b" +
        @"|\byou (?:look|are|were) (?:so |really |very |quite )?" +
        @"(?:beautiful|gorgeous|handsome|attractive|pretty(?! (?:much|well|good|clear|sure)\b)|stunning|sexy|cute|good-looking)\b" +
        @"|\byour (?:good )?(?:looks|smile|beauty|accent|skin|skin colou?r|religion|ethnicity|disability|pregnancy|sexuality|weight)\b" +
        @"|\bat your age\b|\b(?:despite|given|because of) your (?:age|gender|sex|race|faith|origin)\b" +
        @"|\bfor (?:a|an) (?:woman|man|girl|lady|older (?:man|woman|person)|(?:man|woman|person) (?:of )?your age)\b(?= you\b|,|\.|!|$)" +
        @"|\bbecause you(?:'re| are) (?:a |an |so )?" +
        @"(?:woman|man|girl|black|white|asian|african|arab|muslim|christian|jew|jewish|hindu" +
        @"|gay|lesbian|trans|disabled|young|old|pregnant)\b" +
        @"|\b(?:women|men|girls|female|male|whites?|blacks|asians|christians|muslims|young people|natives) only\b" +
        @"|\b(?:no|not a) (?:women|men|muslims|jews|foreigners|immigrants|old people)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Remark();
}
