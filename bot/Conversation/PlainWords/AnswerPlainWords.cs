using IntroBot.Chat;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Drafting;

namespace IntroBot.Conversation.PlainWords;

/// <summary>Answers a message that is no command with the card that fits; nothing is done before its button is pressed.</summary>
public sealed class AnswerPlainWords(IGiverStore givers, StartAsk startAsk, ShowStatus showStatus, TimeProvider clock)
{
    public async Task<Reply> AnswerAsync(
        Interaction from, SpokenCommand.Unknown unknown, OpenQuestion? question, CancellationToken token)
    {
        return PlainWordsReader.Read(unknown.Text, Today(from), isAsked: question is not null) switch
        {
            Meaning.Answer answer when question is not null => new Reply.Say(TalkCards.AnswerBack(question, answer.IsYes)),
            Meaning.Wished wished => await WishAsync(from, wished, token),
            Meaning.Greeting => new Reply.Say(TalkCards.Greeting(from.From, await NextAsync(from, question, token))),
            Meaning.Thanks => new Reply.Say(TalkCards.YouAreWelcome(await NextAsync(from, question, token))),
            Meaning.Agreed or Meaning.Answer => new Reply.Say(TalkCards.AllRight(await NextAsync(from, question, token))),
            Meaning.AskSentence sentence => new Reply.Say(TalkCards.ReadBack(sentence.Who, unknown.Text)),
            Meaning.Unknown => new Reply.Say(
                unknown.Suggestion is { } word ? TalkCards.DidYouMean(word) : TalkCards.NotUnderstood(unknown.Text)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Starts the ask that was read back, with the person's own words.</summary>
    public Task<Reply> StartAskAsync(Interaction.ButtonPressed pressed, CancellationToken token) => startAsk.StartInChatAsync(
        pressed, AskSentence.WhoIn(pressed.Value) ?? pressed.Value, pressed.Value, token);

    public async Task<Reply> NoAskAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        new Reply.Replace(TalkCards.NoAsk(await NextAsync(pressed, question: null, token)));

    /// <summary>Shows what can be stopped.</summary>
    public async Task<Reply> StopAsync(Interaction from, CancellationToken token)
    {
        var draft = await startAsk.DraftOfAsync(from.From, token);
        return new Reply.Say(TalkCards.WhatToStop(draft, await GiverAsync(from, token) is not null));
    }

    private async Task<Reply> WishAsync(Interaction from, Meaning.Wished wished, CancellationToken token) => wished.Wish switch
    {
        Wish.Pause => new Reply.Say(await GiverAsync(from, token) is null
            ? TalkCards.NobodyAsks
            : TalkCards.Pause(wished.Time, Today(from))),
        Wish.Resume => new Reply.Say(await GiverAsync(from, token) switch
        {
            null => TalkCards.NobodyAsks,
            { PausedUntil: null } => TalkCards.NotPaused,
            { } giver => GiverCards.Paused(giver),
        }),
        Wish.StopAsking => wished.Time is null
            ? await StopAsync(from, token)
            : await WishAsync(from, wished with { Wish = Wish.Pause }, token),
        Wish.StopGiving => new Reply.Say(await GiverAsync(from, token) is null ? TalkCards.NobodyAsks : TalkCards.StopGiving),
        Wish.Give => new Reply.Say(await GiverAsync(from, token) is { } giver ? GiverCards.Profile(giver) : TalkCards.Give),
        Wish.Erase => new Reply.Say(TalkCards.Erase(await GiverAsync(from, token) is not null)),
        Wish.KnownAboutMe => new Reply.Say(TalkCards.KnownAboutMe(await NextAsync(from, question: null, token))),
        Wish.About => new Reply.Say(HelpCards.Help),
        Wish.WhoReads => new Reply.Say(TalkCards.WhoReads(await NextAsync(from, question: null, token))),
        Wish.Status => await showStatus.StatusAsync(from, token),
        Wish.Withdraw => await showStatus.WithdrawAsync(from, token),
    };

    /// <summary>The two things that this person most likely does next.</summary>
    private async Task<ImmutableArray<CardButton>> NextAsync(Interaction from, OpenQuestion? question, CancellationToken token) =>
        question is not null ? [TalkCards.Status, TalkCards.Ask]
        : await GiverAsync(from, token) is not null ? [TalkCards.Ask, TalkCards.Status]
        : [TalkCards.Ask, TalkCards.OfferToHelp];

    private DateOnly Today(Interaction from) => TimeZones.Today(clock.GetUtcNow(), from.From.TimeZone);

    private async Task<Giver?> GiverAsync(Interaction from, CancellationToken token) =>
        await givers.FindAsync(from.From.Ref, token) is { OptedIn: true } giver ? giver : null;
}
