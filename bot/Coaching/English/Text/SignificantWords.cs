namespace IntroBot.Coaching.English.Text;

/// <summary>The meaningful words of a text, in lower case and without plural ending, to compare texts.</summary>
internal static partial class SignificantWords
{
    private static readonly ImmutableHashSet<string> Filler =
    [
        .. """
        about after again also although always another anybody anyone anything around because been before being best better between
        both business career chat come company companie connect could different does doing done down each else even ever every everyone
        expert expertise experience experienced field find first from fully gain getting give going good great grow happy hard have
        having hear help helpful here hope idea important industry insight interested interesting into just keep kind know knowledge
        learn like look looking lot love made make many maybe more most much must myself need never nice only other over people
        perfect perhap person please quite read really right role same senior several should since some somebody someone something
        speak start such sure take talk team than thank that their them then there these they thing think this those through time
        today together topic toward truly under until upon useful using valuable very want well were what when where whether which while
        whose will wish with within without work worked working world would year yet your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static ImmutableHashSet<string> Of(string text) =>
    [
        .. Word().Matches(text)
            .Select(match => match.Value)
            .Where(word => word.Length > 3 || word.Any(char.IsAsciiDigit) || (word.Length > 1 && word.All(char.IsUpper)))
            .Select(Stem)
            .Where(word => !Filler.Contains(word)),
    ];

    /// <summary>The similarity of two texts, from 0 to 1: shared words divided by all words.</summary>
    public static double Likeness(string one, string other)
    {
        var (mine, theirs) = (Of(one), Of(other));
        var all = mine.Union(theirs).Count;
        return all == 0 ? 0 : (double)mine.Intersect(theirs).Count / all;
    }

    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal) ? lower[..^1] : lower;
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Word();
}
