using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Respect;

/// <summary>Rule 14: the note makes a no hard; a sentence is offered that makes it easy.</summary>
public sealed partial class LeavesNoWayOut : ICoachingRule
{
    public int Id => 14;

    public Hint? Read(Ask ask, CoachContext context)
    {
        var note = Passage.Of(ask, AskTemplate.Note);
        return note.IsEmpty || WayOut().IsMatch(note.Text)
            ? null
            : new Hint(
                Id,
                note.Field,
                "A note that lets people say no is a pleasure to get, and to forward. This sentence at its end does it:",
                NoteDraft.WayOut);
    }

    [GeneratedRegex(
        @"\bno (?:is|would be) (?:\w{1,20} ){0,2}(?:fine|ok|okay|alright|all right|good|welcome|answer)\b|\b(?:say(?:ing)?|says) no\b" +
        @"|\bno (?:pressure|worries|obligation|hard feelings|problem|need to (?:reply|answer))\b" +
        @"|\bfeel free to (?:ignore|decline|pass|skip)\b|\bdecline\b|\b(?:do not|don't) feel (?:obliged|pressed|pressured)\b" +
        @"|\bif (?:not|you(?:'d| would) rather not|you(?:'re| are) (?:too )?busy" +
        @"|you have no time|you do not have time|you don't have time)\b" +
        @"|\bif (?:this|it|now) (?:isn't|is not|does not|doesn't)\b|\b(?:only )?if (?:it|this|that) suits\b|\bonly if\b" +
        @"|\b(?:fully |completely |totally |quite |of course )?understand if\b|\bwhatever you decide\b" +
        @"|\bhappy (?:for you )?to (?:be told no|hear no)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex WayOut();
}
