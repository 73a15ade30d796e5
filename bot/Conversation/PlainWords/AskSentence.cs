namespace IntroBot.Conversation.PlainWords;

/// <summary>Recognizes a sentence about somebody to meet, and takes from it whom the person would like to meet.</summary>
internal static partial class AskSentence
{
    /// <summary>Whom the sentence asks for, in its own words; null where it does not look like an ask.</summary>
    public static string? WhoIn(string text)
    {
        var sentence = Apostrophe().Replace(text.Trim(), "'");
        sentence = Courtesy().Replace(sentence, "").TrimEnd(' ', '?', '!', '.', '…');
        var who = Wanted().Match(sentence) is { Success: true } wanted ? sentence[wanted.Length..]
            : Who().Match(sentence) is { Success: true } asked ? $"somebody who {sentence[asked.Length..]}"
            : HelpWith().Match(sentence) is { Success: true } help ? $"somebody who can help with {sentence[help.Length..]}"
            : Somebody().IsMatch(sentence) ? sentence
            : "";
        who = who.Trim(' ', ',', ':');
        return who.Length >= 3 && who.Any(char.IsLetter) ? who : null;
    }

    [GeneratedRegex("[\u2019\u2018\u02BC\u00B4`]", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(
        @"^((hi|hello|hey|dear|good (morning|afternoon|evening|day))( (all|there|everyone|everybody|team|introbot))?[ ,.!:–-]+|" +
        @"(please|pls|so|well|ok|sorry)[ ,]+)+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Courtesy();

    /// <summary>What stands before the person wanted: “I'd love to meet”, “does anyone know”, “looking for”.</summary>
    [GeneratedRegex(
        @"^((i'?d|i would|i|we'?d|we would|we|would|want|like)( really| just| also)? ?(love|like|want|wish|hope|need|am hoping|" +
        @"am trying|is|try|wanna)?( to|na)? " +
        @"(meet|get to know|(talk|speak|chat|connect)( to| with)?|be (introduced|connected) (to|with)|get (in touch|in contact|" +
        @"introduced|connected) (with|to)|" +
        @"(find|reach|contact|interview|learn from|hear from))( with)?|" +
        @"(i'?m|i am|we'?re|we are|am|are)?( currently| also| still)? ?(looking|searching|seeking|hunting)( out)? ?(for)?( to " +
        @"(meet|find|talk to|speak to|connect with))?|" +
        @"in search of|wanted:?|seeking|" +
        @"(does|do|did|is|has|would|could|can|may) (any ?one|any ?body|some ?one|some ?body|any of you|you|we|there)( here| out " +
        @"there| in here| be)?" +
        @"( know| have| recommend| suggest| have a contact (to|at|with|in)| know of| help me (to )?(find|meet|reach)| find( " +
        @"me)?| introduce me to| connect me (to|with)| put me in touch with)( please)?|" +
        @"is there|(can|could|would|will) (i|we)( please)? (meet|talk to|speak to|speak with|talk with|get to know|be introduced to)|" +
        @"(introduce|connect|intro|refer)( me| us)? (to|with)|put me in touch with|(an? )?intro(duction)? (to|with)|find( me| " +
        @"us)?|help me( to)? (find|meet|reach)|" +
        @"(i|we)( would)?( really| urgently)? (need|want|like)( to have| to get)?(?= (a|an|some|some ?one|some ?body|contacts?|" +
        @"a contact|advice from|help from|an intro\w*|people|experts?)\b)( (advice|help|an intro\w*) (from|to))?) (?=\S)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Wanted();

    [GeneratedRegex(
        @"^(who|any ?one|any ?body|is there any ?one who|is there any ?body who|is there some ?one who|does any ?one|has any " +
        @"?one|has any ?body|has some ?one)( here| out there| in here)? " +
        @"(?=(can|could|would|might|knows?|has|have|is|are|works?|worked|did|does|was|ever|understands?|runs?|ran|speaks?|uses?|" +
        @"used|lives?|comes?|experienced|in|from|at|with|who|that|working|good)\b)(who |that )?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Who();

    [GeneratedRegex(
        @"^((i|we)( would)?( really| urgently)? (need|want|like|look for|am looking for)|(can|could|would|will) (any ?one|any " +
        @"?body|some ?one|some ?body|you)|need|looking for)( please)?( some)? " +
        @"(help|advice|support|guidance|input|feedback|expertise|to learn)( me| us)?( please)? (with|on|about|in|for|regarding) (?=\S)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HelpWith();

    [GeneratedRegex(
        @"^((some ?one|some ?body|any ?one|any ?body|people|persons?|a person|an? (\w+ ){0,3}?(expert|mentor|lead|leader|head|" +
        @"director|manager|engineer|designer|founder|buyer|lawyer|specialist|colleague|contact|recruiter|investor|scientist|" +
        @"architect|consultant|researcher|developer|owner|executive|friend|cfo|ceo|cto|cmo|vp|pm))" +
        @"\b( here)? (who|that|with|from|at|in|of|for|on|working|to|at|experienced|whose)\b|(the|a) (head|vp|director|cfo|ceo|" +
        @"cto|founder|lead) of )",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Somebody();
}
