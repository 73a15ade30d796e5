namespace IntroBot.Conversation.PlainWords;

/// <summary>Yes, no, greetings and thanks, in the words people use for them.</summary>
internal static class Manners
{
    private static readonly Vocabulary Yes = new(
        [
            "yes", "yep", "yeah", "yup", "ya", "y", "sure", "sure thing", "of course", "certainly", "absolutely", "definitely",
            "gladly",
            "happy to", "happy to help", "glad to", "glad to help", "i am happy to", "i am happy to help", "i would be happy to",
            "i would be happy to help", "i would be glad to", "i would be glad to help", "i am glad to help", "i would love to",
            "i would love to help", "love to", "love to help", "with pleasure", "my pleasure", "why not", "i can", "i can help",
            "i will",
            "i will help", "i will do it", "i accept", "accept", "accepted", "i agree", "agree", "agreed", "count me in", "i am in",
            "let us do it", "let us do this", "do it", "sounds good", "sounds great", "connect us", "connect me", "please do",
            "go ahead",
            "that works", "works for me", "it is ok for me", "let us talk", "let us meet", "i can do it", "i can do this",
            "i can do that",
            "i am willing to help", "willing to help", "i want to help", "you can connect us", "no problem", "ok", "okay", "fine",
            "oui",
            "ja", "si", "s\u00ED", "sim", "da", "tak", "hai", "klar", "gerne", "d'accord",
        ],
        [
            "please", "thanks", "thank you", "great", "good", "perfect", "him", "her", "them", "with this", "with that", "here",
            "this time",
            "and", "so", "well", "hi", "hello", "for me", "introbot",
        ]);

    private static readonly Vocabulary No = new(
        [
            "no", "nope", "nah", "no thanks", "no thank you", "not now", "not this time", "not today", "not this week",
            "not this month",
            "not at the moment", "not right now", "not yet", "i can not", "i can not help", "can not", "can not help",
            "i am not able to",
            "i am not able to help", "unable", "i am busy", "i am too busy", "i am very busy", "i am so busy", "too busy", "busy",
            "very busy", "unfortunately", "unfortunately not", "i am afraid not", "maybe later", "later", "another time",
            "some other time", "next time", "maybe next time", "pass", "i pass", "i will pass", "i decline", "decline", "declined",
            "i must decline", "i have to decline", "not interested", "i am not interested", "i would rather not", "rather not",
            "better not",
            "please no", "please not", "not for me", "not me", "no time", "i have no time", "i do not have time", "i do not want to",
            "i do not want to help", "i am not the right person", "i am not the right one", "not the right person", "wrong person",
            "ask somebody else", "ask someone else", "it is not possible", "not possible", "skip this one", "i can not do it",
            "i can not do this", "i can not do that", "nein", "non", "n\u00E3o", "nie", "niet",
        ],
        [
            "thanks", "thank you", "sorry", "i am sorry", "but", "now", "this week", "this time", "today", "right now", "for now",
            "at the moment", "unfortunately", "please", "hi", "hello", "for this", "for this one", "with this", "with that", "i",
            "so", "for me",
        ]);

    private static readonly Vocabulary Thanks = new(
        [
            "thanks", "thank you", "cheers", "merci", "danke", "danke sch\u00F6n", "vielen dank", "gracias", "obrigado", "obrigada",
            "grazie",
            "arigato", "dank je", "tack", "spasibo", "thnx", "much appreciated", "appreciated", "appreciate it", "i appreciate it",
            "i appreciate that", "you are great", "you are awesome", "you are the best", "you are very kind", "you are kind",
            "good bot",
            "that helped", "that was helpful", "very helpful", "it helped", "it worked", "well done", "good job", "great job",
        ],
        [
            "so much", "very much", "a lot", "a million", "many", "big", "so", "again", "great", "perfect", "awesome", "wonderful",
            "cool",
            "super", "nice", "lovely", "ok", "okay", "yes", "and", "introbot", "bot", "for your help", "for the help",
            "for all your help",
            "for your support", "for the info", "for the information", "for your time", "for that", "for this", "for the answer",
            "for your answer",
            "for everything", "really", "i", "hi", "hello", "in advance", "for helping", "for helping me", "all", "you",
        ]);

    private static readonly Vocabulary Greeting = new(
        [
            "hi", "hello", "hey", "hiya", "heya", "hallo", "hola", "bonjour", "salut", "ol\u00E1", "ola", "ciao", "namaste", "hej",
            "servus",
            "moin", "guten tag", "guten morgen", "guten abend", "good morning", "good afternoon", "good evening", "good day",
            "good night",
            "morning", "evening", "greetings", "howdy", "yo", "sup", "what is up", "how are you", "how are you doing", "how do you do",
            "how is it going", "nice to meet you", "pleased to meet you", "bye", "goodbye", "good bye", "see you", "see you later",
            "have a nice day", "have a good day", "have a great day", "have a nice weekend", "have a good weekend",
            "have a nice evening",
            "buenos dias", "buenas", "bom dia", "test", "testing", "ping", "merhaba", "salaam", "shalom", "konnichiwa", "ni hao",
        ],
        [
            "there", "again", "all", "everyone", "everybody", "team", "introbot", "bot", "friend", "my friend", "sir", "dear",
            "and", "to you",
            "you too", "today", "thanks", "thank you", "please",
        ]);

    private static readonly Vocabulary Agreed = new(
        [
            "ok", "okay", "okey", "k", "kk", "fine", "good", "great", "perfect", "alright", "all right", "got it", "understood",
            "i see",
            "cool", "nice", "i understand", "noted", "makes sense", "right", "super", "very good", "wonderful", "awesome", "lol",
            "haha",
            "hm", "hmm", "aha", "oh", "wow", "interesting", "fair enough", "no worries", "no problem", "never mind", "nevermind",
            "that is fine", "that is ok", "sounds good", "it is ok", "it is fine", "it is good", "sure", "yes", "no", "lovely",
            "excellent",
        ],
        ["then", "now", "and", "so", "well", "that", "for me", "with me", "i", "you", "introbot", "bot", "very"]);

    /// <summary>An answer to a question that is open.</summary>
    public static Meaning.Answer? AnswerIn(string words) =>
        Yes.Says(words) ? new Meaning.Answer(IsYes: true) : No.Says(words) ? new Meaning.Answer(IsYes: false) : null;

    /// <summary>A courtesy that asks for nothing.</summary>
    public static Meaning? CourtesyIn(string words) =>
        Greeting.Says(words) ? new Meaning.Greeting()
        : Thanks.Says(words) ? new Meaning.Thanks()
        : Agreed.Says(words) ? new Meaning.Agreed()
        : null;
}
