using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 24: “cc me” and “introduce us now” leave no room for the other person's yes.</summary>
public sealed partial class SkipsConsent : ICoachingRule
{
    public int Id => 24;

    public Hint? Read(Ask ask, CoachContext context) => Passage.Find(ask, AtOnce()) is { } passage
        ? new Hint(
            Id,
            passage.Field,
            "We ask them first, always; a yes that was freely given is the start of a good conversation.",
            "If they are happy to talk, I would be glad to be introduced.")
        : null;

    [GeneratedRegex(
        @"\bcc(?:'?d|'?ing)? (?:me|us|him|her|them)\b|\b(?:put|have) (?:me|us) (?:in|on) cc\b|\b(?:copy|loop) (?:me|us) in\b" +
        @"|\b(?:introduce|connect) (?:us|me) (?:\w{1,20} ){0,3}" +
        @"(?:now|today|directly|immediately|straight away|right away|asap|by e-?mail)\b" +
        @"|\bmake the intro(?:duction)? (?:now|today|directly|right away)\b" +
        @"|\b(?:give|send|share with) (?:me|us) (?:their|his|her) (?:\w{1,20} )?(?:e-?mail|address|number|contact|contacts|phone)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex AtOnce();
}
