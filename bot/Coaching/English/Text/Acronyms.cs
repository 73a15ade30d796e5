namespace IntroBot.Coaching.English.Text;

/// <summary>Finds the acronyms of an ask that are neither well known nor explained in it.</summary>
internal static partial class Acronyms
{
    private static readonly string[] Places = [AskTemplate.SmallStep, AskTemplate.WhyThem, AskTemplate.AboutYou, AskTemplate.Note];

    private static readonly ImmutableHashSet<string> WellKnown =
    [
        .. """
        AI AM API APP AWS B2B B2C BA BBC BMW BSC CEO CET CFO CHF CIO CISO CMO COO CPO CRM CSS CTO CV DC DHL DIY DNA EMEA EN ERP EST ESG
        ETH EU EUR FAQ FBI FYI GBP GDPR GMT GPS GPU HQ HR HTML HTTP IBM ID IEEE IKEA IPO ISBN ISO IT KPI LA LED LLC LLM LSE LTD MA MBA MD
        MIT ML MSC NASA NATO NBA NDA NFL NGO NHS NYC OECD OK PA PC PDF PHD PM PMO PR PS PST QA ROI RSVP SAP SF SME SMS SQL STEM SVP TED TV
        UAE UCLA UPS UI UK UN URL US USA USB USD UTC UX VC VIP VP VR WHO WIFI
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    // Words written in capitals for emphasis; another rule handles shouting.
    private static readonly ImmutableHashSet<string> Stressed =
    [
        .. """
        ALL ALWAYS AND ANY ARE ASAP BEST BIG BUT CAN EVER FOR FREE FROM GREAT HELP HOW IS LOVE ME MUST MY NEED NEVER NEW NO NOT NOW ON ONE
        ONLY OR OUR OUT PLEASE REALLY SHORT SO SOON THANK THANKS THAT THE THIS TO TOO URGENT VERY WANT WE WHO WHY YES YOU YOUR
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>The first acronym a stranger may not know, with its field.</summary>
    public static Passage? Unexplained(Ask ask, string askerName)
    {
        Passage[] read = [.. Places.Select(field => Passage.Of(ask, field))];
        var everything = string.Join(' ', read.Select(passage => passage.Text));
        var initials = string.Concat(Word().Matches(everything).Select(word => char.ToUpperInvariant(word.ValueSpan[0])));

        // The asker's name, the target and the topics are names, which the givers asked know.
        var names = Word().Matches($"{askerName} {ask.Who} {string.Join(' ', ask.Topics)}")
            .Select(word => word.Value.ToUpperInvariant())
            .ToHashSet();

        return read
            .SelectMany(passage => Capitals().Matches(passage.Text).Select(match => passage with { Text = match.Groups[1].Value }))
            .DistinctBy(acronym => acronym.Text)
            .Where(acronym => !IsKnown(acronym.Text) && !names.Contains(acronym.Text))
            .FirstOrDefault(acronym => !IsExplained(acronym.Text, everything, initials));
    }

    /// <summary>Whether a word in capitals is only emphasized.</summary>
    public static bool IsStressed(string word) => Stressed.Contains(word);

    private static bool IsKnown(string acronym) =>
        WellKnown.Contains(acronym) || Stressed.Contains(acronym) || acronym.All(letter => letter is 'I' or 'V' or 'X');

    private static bool IsExplained(string acronym, string text, string initials) =>
        (acronym.Length > 2 && initials.Contains(acronym, StringComparison.Ordinal))
        || new[]
        {
            $"({acronym})", $"({acronym}s)", $"{acronym} (", $"{acronym}s (", $"{acronym} =", $"{acronym}: ", $"{acronym} stands for",
        }
            .Any(explained => text.Contains(explained, StringComparison.Ordinal));

    // Capitals next to capitals are shouting, and capitals joined to digits or signs are model numbers.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}/&@#._-])(?<!\p{Lu}{2} )([A-Z]{2,6})s?(?![\p{L}\p{Nd}&@_-])(?! \p{Lu}{2}\p{Lu}*\b)",
        Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", Pattern.ExactCase, Pattern.MaxMilliseconds)]
    private static partial Regex Word();
}
