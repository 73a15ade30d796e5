namespace IntroBot.Coaching.English.Text;

/// <summary>Removes a lead-in such as “I’d love to meet”, so that only the target remains.</summary>
public static partial class LeadIn
{
    public static string Without(string words) => Start().Replace(words.Trim(), "");

    [GeneratedRegex(
        @"^(?:(?:hi|hello|hey)\b[ ,.!]{0,3})?(?:I[’']?d|I would|I)(?: really)? (?:love|like|want|wish|hope|need) to " +
        @"(?:meet|get to know|(?:talk|speak)(?: to| with)) (?=\S)",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Start();
}
