namespace IntroBot.Coaching;

/// <summary>Drafts the note a giver can forward: it stands alone, says who asks, why, and for what, and makes a no easy.</summary>
public static class NoteDraft
{
    public static string Of(Ask ask, string askerName) =>
        $"Hello, I am {askerName}. {ask.AboutYou} {ask.WhyThem} {ask.SmallStep} A no is completely fine. Thank you, {askerName}";
}
