using IntroBot.Chat;
using IntroBot.Coaching;
using IntroBot.Intros;
using IntroBot.Tests.Coaching;

namespace IntroBot.Tests.Stories;

/// <summary>Asks sent in one line, for tests that begin after the ask.</summary>
internal static class AskingExtensions
{
    /// <summary>Writes and sends an ask by the two forms, as a person would, and returns the intro once the outbox is empty.</summary>
    public static async Task<Intro> AskAsync(this Community community, Person asker, Ask? ask = null)
    {
        var words = ask ?? Asks.Good with { Deadline = null, DeadlineReason = "" };
        var opened = Assert.IsType<Reply.OpenForm>(await community.CommandAsync(asker, ""));
        var answers = AskTemplate.Fields.Select(field => (field.Id, field.Read(words))).ToArray();
        var review = Assert.IsType<Reply.OpenForm>(await community.SubmitAsync(asker, FormIds.Ask, opened.Form.State, answers));
        var sent = await community.SubmitAsync(
            asker, FormIds.Review, review.Form.State, (AskTemplate.Note, Assert.IsType<FormInput.Text>(review.Form.Inputs[0]).Value), (AskTemplate.Promises, FormAnswers.Ticked));
        Assert.IsType<Reply.Say>(sent);
        await community.SettleAsync();
        return (await community.Intros.FindAsync(community.Workspace, new(opened.Form.State), CancellationToken.None))!;
    }
}
