using IntroBot.Coaching.English.Text;

namespace IntroBot.Coaching.English.Effort;

/// <summary>Rule 20: more than two links, or an attachment to open.</summary>
public sealed partial class BringsHomework : ICoachingRule
{
    private const int MaxLinks = 2;

    public int Id => 20;

    public Hint? Read(Ask ask, CoachContext context)
    {
        if (Passage.Find(ask, Attachment()) is { } passage)
        {
            return new Hint(
                Id,
                passage.Field,
                "Not everybody can open a file from somebody they have not met. One sentence on what is in it is enough for now.",
                "I can send a one-page summary if you are curious.");
        }

        var links = Passage.All(ask)
            .SelectMany(place => Link().Matches(place.Text), (place, link) => place with { Text = link.Value.TrimEnd('.', ',', ')') })
            .DistinctBy(link => link.Text)
            .ToList();
        return links.Count > MaxLinks
            ? new Hint(
                Id,
                links[MaxLinks].Field,
                "Every link is a little homework. The one that says most is the one that gets opened.",
                links[0].Text)
            : null;
    }

    [GeneratedRegex(
        @"\bhttps?://[^ ]{1,2000}" +
        @"|(?<![/.@\w-])(?:www\.)?[a-z0-9-]{1,63}\.(?:com|org|net|io|dev|co|ai|me|app|de|uk)/[^ ]{1,2000}|(?<!/)\bwww\.[^ ]{1,2000}",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"\b(?:please find|see|find|open|read|review|look at|I've|I have|I) (?:the |my )?" +
        @"(?:attached|attachments?|enclosed)\b(?! (?:to|great|much)\b)" +
        @"|\battached (?:is|are|you|please|my|below|here|file|deck|cv|document)\b|\bI(?:'m| am) attaching\b" +
        @"|\b(?:send|mail|e-mail|attach|forward) (?:me |us )(?:your|the|a|an) (?:\w{1,20} )?" +
        @"(?:deck|slides|file|document|template|spreadsheet|pdf|cv)\b",
        Pattern.AnyCase, Pattern.MaxMilliseconds)]
    private static partial Regex Attachment();
}
