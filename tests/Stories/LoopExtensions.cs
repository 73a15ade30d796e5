using IntroBot.Intros;
using IntroBot.Intros.Closing;

namespace IntroBot.Tests.Stories;

/// <summary>The way to a connection in one line, for tests that begin there.</summary>
internal static class LoopExtensions
{
    public static async Task<Reply> AcceptAsync(this Community community, Person giver)
    {
        var reply = await community.PressAsync(giver, "Yes, connect us");
        await community.SettleAsync();
        return reply;
    }

    public static async Task<Reply> DeclineAsync(this Community community, Person giver)
    {
        var reply = await community.PressAsync(giver, "Not now");
        await community.SettleAsync();
        return reply;
    }

    /// <summary>An ask that found its giver, three days later: the question how it went has been asked.</summary>
    public static async Task<Intro> QuestionAsync(this Community community, Person asker, Person giver)
    {
        var intro = await community.AskAsync(asker);
        await community.AcceptAsync(giver);
        await community.PassAsync(LoopDecisions.FirstQuestion);
        return await community.NewestAsync(intro);
    }

    public static async Task<Reply> ThankAsync(
        this Community community, Person asker, Form thanks, string words = "Thank you, that saved us a month.")
    {
        var reply = await community.SubmitAsync(asker, FormIds.Thanks, thanks.State, (LoopCards.ThanksField, words));
        await community.SettleAsync();
        return reply;
    }
}
