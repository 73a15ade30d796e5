namespace IntroBot.Chat.Interactions;

/// <summary>The ids of all buttons. An id never changes once released: old cards keep working.</summary>
public static class ActionIds
{
    public const string Ask = "ask.start";
    public const string AskInForm = "ask.form";
    public const string AskInChat = "ask.chat";
    public const string AskAfresh = "ask.afresh";
    public const string AskWithWords = "ask.words";
    public const string NoAsk = "ask.no";
    public const string UseAsAnswer = "ask.use";
    public const string EditAsk = "ask.edit";
    public const string ReviewAsk = "ask.review";
    public const string SendAsk = "ask.send";
    public const string FieldBack = "ask.back";
    public const string FieldSkip = "ask.skip";
    public const string FieldChoose = "ask.choose";
    public const string DiscardDraft = "ask.discard";
    public const string Withdraw = "ask.withdraw";
    public const string OtherTopics = "ask.topics";
    public const string CloseUnmatched = "ask.close";
    public const string ShowOffer = "offer.show";
    public const string AcceptOffer = "offer.accept";
    public const string DeclineOffer = "offer.decline";
    public const string DeclineAndPause = "offer.decline-pause";
    public const string Met = "loop.met";
    public const string NotYet = "loop.not-yet";
    public const string NeverReplied = "loop.never-replied";
    public const string WentNowhere = "loop.nowhere";
    public const string SayThanks = "loop.thanks";
    public const string Give = "give.edit";
    public const string Resume = "give.resume";
    public const string Pause = "give.pause";
    public const string StopGiving = "give.stop";
    public const string AskMeLess = "give.less";
    public const string MayAskAgain = "give.welcome";
    public const string Block = "give.block";
    public const string Unblock = "give.unblock";
    public const string Settings = "settings";
    public const string Status = "status";

    /// <summary>Does what its value says, as if it had been typed.</summary>
    public const string Type = "say";
    public const string Help = "help";
}

/// <summary>The ids of all forms.</summary>
public static class FormIds
{
    public const string Ask = "ask";
    public const string Review = "ask.review";
    public const string OtherTopics = "ask.topics";
    public const string Thanks = "loop.thanks";
    public const string Give = "give";
    public const string Settings = "settings";

    /// <summary>The button that opens each form; its value is the form's state.</summary>
    public static IReadOnlyDictionary<string, string> Openers { get; } = new Dictionary<string, string>
    {
        [Ask] = ActionIds.AskInForm,
        [Review] = ActionIds.ReviewAsk,
        [OtherTopics] = ActionIds.OtherTopics,
        [Thanks] = ActionIds.SayThanks,
        [Give] = ActionIds.Give,
        [Settings] = ActionIds.Settings,
    };
}
