using IntroBot.Chat;

namespace IntroBot.Conversation.PlainWords;

/// <summary>
/// The wishes that people say in plain words. A wish is the whole message; words that go on about somebody to meet are none.
/// </summary>
internal static class Wishes
{
    private const string Me = "(me|us)";

    /// <summary>A span or a day at the end, which has to be one that can be read.</summary>
    private const string Time = "( (?<time>.+))?";

    private const string Kept = "(know|have|store|stored|keep|kept|save|saved|hold|collect|collected)";

    private const string Others = "(others|people|anyone|anybody|everyone|everybody|somebody|someone|they|(my )?(boss|manager|" +
    "team|colleagues))";

    /// <summary>What a person fears that others read.</summary>
    private const string About = "(about |that |if |what |who )?(i|me|my|this|it|we|us|our|these|that)( .{1,60})?";

    private const string Messages = "(messages?|emails?|mails?|notifications?|requests?|asks?|questions?|reminders?|pings?|spam|" +
    "this|that|it)";

    private const string Rest = "(holidays?|vacations?|leave|break|rest|trip|pause|time off|sabbatical|pto)";

    private const string Away =
        "(away|off|out of (the )?office|out|ooo|too busy|very busy|busy|travelling|traveling|sick|ill|absent|not available|" +
        "unavailable|not here)";

    private static readonly ImmutableArray<(Wish Wish, Regex Words)> Table =
    [
        Row(
            Wish.Erase,
            "(delete|remove|erase|wipe|forget|destroy|clear) (all )?(of )?(about )?(me|my (data|account|profile|information|" +
            "details|history|words))",
            "(delete|remove|erase|wipe|forget) (everything|all|what)( (that )?you (know|have|stored))?( about me| of me| on me)?",
            "((i|we) (want|need|would like)( to have)? )?(my )?(data|account) (deletion|removal|deleted|removed|erased)",
            "gdpr( request| deletion)?", "(the )?right to be forgotten", "be forgotten"),
        Row(
            Wish.KnownAboutMe,
            $"(what|which|how much)( data| information| info| things)? (do|did|does|have|is|are)( it| you| introbot)? ?{Kept}( " +
            $"on| of| about| from)?( me| us)?",
            $"what (you|it|introbot) {Kept}( on| of| about| from) me",
            "(show|see|get|export|download|send|give)( me)?( a copy of)?( all)? my (data|information)",
            "my data"),
        Row(
            Wish.WhoReads,
            "(is|are) (this|it|that|introbot|my (ask|request|data|answers?|words)|everything|our chat|this chat|asking) " +
            "(anonymous|private|confidential|secret|safe|secure|public|visible)( .{1,40})?",
            $"(who|(can|could|do|does|will) {Others}) (can |could |will )?(see|sees|read|reads|know|knows|find out|learn|" +
            $"learns)( {About})?",
            "(privacy|anonymous|anonymity|confidentiality)( policy)?", "(am i|stay|remain|be) anonymous",
            "(do|will) (you|they) (tell|share|show) (my (name|data|words|answer)|who i am|anyone|anybody|others|it)( .{1,40})?"),
        Row(
            Wish.Withdraw,
            "(cancel|withdraw|take back|delete|remove|stop|close|drop|forget|abort|undo|retract) (my|the|this|that) (last |open " +
            ")?(asks?|requests?|intro(duction)?|search)",
            "(i )?(do not|no longer) need (it|this|that|(the|an|my) (introduction|intro|ask|help)|anybody|anyone|help)( any more)?",
            "(it|this|my ask|that) is (not needed|no longer needed|solved|resolved)( any more| already)?",
            "(i )?(have )?found (someone|somebody|the person|help)( already| myself| by myself| elsewhere)?",
            "stop (looking|searching)( for me)?",
            "take (it|my ask|the ask|my request) back"),
        Row(
            Wish.Status,
            "(any|is there( any)?|do you have( any)?|what is the) (news|updates?|progress|answers?|reply|response)( yet| for me|" +
            " (on|about) my (ask|request))?",
            "(what|where|how) (is|are|about|happened|happens)( with| to)? ?(the )?((status|state) (of|on) )?my (asks?|requests?|" +
            "intro(duction)?s?)( going| doing| now)?",
            "(did|has|have) (anyone|anybody|someone|somebody|they|he|she) (answer|reply|respond|say yes|accept|agree)(ed|d)?( " +
            "yet| already)?",
            "(has|have) (anyone|anybody|someone|somebody) (answered|replied|responded|said yes|accepted|agreed)( yet| already| " +
            "to my ask)?",
            "(show|see|list|check|view)( me)?( all)? my (open )?(asks?|requests?|status|offers?|intros?|introductions?)",
            "my (asks?|requests?|offers?|intros?)",
            "(what is )?my status", "nobody (answers|answered)( me)?"),
        Row(
            Wish.StopGiving,
            "(opt|opting)( me| myself)? out( of .{1,30})?", "unsubscribe( me)?( from .{1,30})?",
            "(remove|take) me( off| from| out)?( of)?( (your|the|this|that) (list|group|program|pool|givers|channel|service|" +
            "mailing list))?",
            "(leave|quit|exit|end|cancel|deactivate)( (the|this|my|being))?( (program|givers?|giving|list|subscription|membership))",
            "(i )?(do not|no longer|never) (want|wish|like) (to )?(be )?(asked|help|give|a giver|giving|participate|take part|" +
            "do this)( any ?more| again| at all| people)?",
            "(i )?(do not|no longer) (want|wish|like) (to )?(get|receive|be sent|be part of|be in) .{1,40}",
            "(not|no longer) (be )?(a giver|giving)( any ?more)?",
            "stop (giving|helping|being a giver|being asked|my giving)", "step down", "(i )?(resign|quit)"),
        Row(
            Wish.StopAsking,
            $"(stop|quit|no more) (asking|messaging|pinging|bothering|contacting|disturbing|writing|spamming|texting|annoying)( " +
            $"to)?( {Me})?( any more| again)?{Time}",
            $"(do not|never|not) (ask|message|ping|bother|contact|disturb|write|write to|spam|text|annoy) {Me}( any more| again|" +
            $" ever| ever again)?{Time}",
            $"(stop|turn off|switch off|disable|no more|mute)( sending( me)?| getting| receiving)?( these| those| the| all| any|" +
            $" your)*( {Messages})",
            $"(too many|enough)( {Messages})?", "leave me alone", "go away", "shut up", "(you are|this is) (annoying|too much|spam)"),
        Row(
            Wish.Resume,
            "(i am |am )?(back|here|available|free|returned)( again| now| at work)*( from .{1,30})?( you can ask me( again)?)?",
            "(unpause|resume|reactivate|unmute|restart|continue)( me| my giving| giving| my profile| asks| asking me)?( again)?",
            "(you (can|may) )?(ask|contact) me again", "start asking me( again)?",
            "(end|stop|finish|lift|cancel) (my |the )?(pause|break|rest|holiday)",
            "(my )?(pause|break|holiday|vacation) is over", "(i )?have (returned|come back)", "(i )?came back( .{1,20})?"),
        Row(
            Wish.Pause,
            $"(pause|snooze|mute|suspend|freeze)( {Me}| my giving| giving| asks?| requests?| my profile| everything| all| " +
            $"introbot)*{Time}",
            $"((i|we) )?(am|are|will be|am going|am going to be|going|go|will go|am leaving)( to)?( on| in| for)?( a| an| my| " +
            $"parental| maternity| sick| annual| short)* ({Rest}|{Away})( this week)?{Time}",
            $"((i|we) )?(take|am taking|will take|have|need|want|give me|make|going to take)( a| an| some| my| parental| sick| " +
            $"short| little)* ({Rest}){Time}",
            $"(on )?(holidays?|vacation|leave|break|time off){Time}", $"({Away}){Time}", $"do not disturb( me)?{Time}",
            $"(dnd|ooo|afk){Time}",
            $"(no|no more) (asks?|requests?|messages?){Time}", $"(i )?(have )?no time{Time}",
            $"(i )?can not (help|take (asks|requests)|answer|give){Time}"),
        Row(
            Wish.Give,
            "(opt|opting)( me| myself)? in", "sign( me)? up( as .{1,20})?", "(become|be|i am)( a)? (giver|helper|mentor|volunteer)",
            "(i )?(can |will |may )?(help|give|volunteer|offer( my)? help|help out|contribute)( others| people| someone| " +
            "somebody| colleagues| too| out| other people)*",
            "(register|enrol|enroll|join)( me)?( as (a )?giver| the givers| as a helper)?",
            "(edit|change|update|see|show|modify|adjust)( me)? my (profile|topics|offer|quiet hours|working days|cap|limit|" +
            "companies|preferences)",
            "i have (something|knowledge|time) to (offer|give|share)", "offer to help"),
        Row(
            Wish.About,
            "(who|what) (are|is) (you|this|that|it|introbot|this bot|the bot)( exactly)?( for| about)?( anyway)?",
            "what (can|do|could|does) (you|i|it|this|introbot|this bot|one)( all)? ?(do|ask|say|type|use|help|offer)( for| with|" +
            " here| me| you)*",
            "(how|what) (does|do|is) (it|this|that|you|introbot|this bot|the bot) ?(work|works|mean|means|do|does|about|going " +
            "on)?( here)?",
            "(how|what) (it|this|you) (works?|means?|is|do)", "(i )?(have|had|got)( a| some)? questions?",
            "(i )?(need|want)( some)?( your)? help",
            "help( me| us)?( out)?", "what (now|next|can i do|should i do|shall i do|do i do|to do)",
            "(i )?(do not|did not) (understand|get)( it| this| that)?", "(i am )?(lost|confused|new|new here|stuck)( here)?",
            "(are you|is this) (a )?(bot|human|robot|real|ai|person|real person|an ai)( or (a )?(human|bot|person))?",
            "(explain|instructions|manual|info|about|commands|options|menu|start|get started|list of commands|tutorial|begin)( " +
            "yourself| this| it)?",
            "who (made|built|runs) (you|this)", "(what is )?your name", "use (you|this|it|introbot|the bot)"),
    ];

    /// <summary>The wish that the words are, or null.</summary>
    public static Meaning.Wished? Find(string words, DateOnly today)
    {
        foreach (var matter in new[] { words, PlainMessage.Matter(words) }.Distinct())
        {
            foreach (var (wish, pattern) in Table)
            {
                if (pattern.Match(matter) is { Success: true } match && TimeIn(match, today) is { IsRead: true } time)
                {
                    return new Meaning.Wished(wish, time.Read);
                }
            }
        }

        return null;
    }

    private static (bool IsRead, SpokenTime? Read) TimeIn(Match match, DateOnly today)
    {
        if (match.Groups["time"] is not { Success: true } time)
        {
            return (true, null);
        }

        var read = DayWords.Read(time.Value, today);
        return (read is not null, read);
    }

    private static (Wish, Regex) Row(Wish wish, params string[] patterns)
    {
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        return (wish, new Regex($"^(?:{string.Join('|', patterns)})$", Options, TimeSpan.FromSeconds(1)));
    }
}
