using IntroBot.Coaching;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Tests.Coaching;

namespace IntroBot.Tests.Stories;

/// <summary>Asks sent in one line, for tests that begin after the ask.</summary>
internal static class AskingExtensions
{
    /// <summary>An ask the coach has nothing to say about, whatever the day.</summary>
    public static Ask Good { get; } = Asks.Good with { Deadline = null, DeadlineReason = "", Note = "", Promised = false };

    /// <summary>Answers to the fields of the form, with some of them changed.</summary>
    public static (string Id, string Value)[] Answers(Ask ask, params (string Id, string Value)[] changes) =>
    [
        .. AskTemplate.Fields.Select(field => (field.Id, changes.FirstOrDefault(change => change.Id == field.Id).Value ?? field.Read(ask))),
    ];

    /// <summary>Writes and sends an ask by the two forms, as a person would, and returns the intro once the outbox is empty.</summary>
    public static async Task<Intro> AskAsync(this Community community, Person asker, Ask? ask = null)
    {
        var opened = (await community.CommandAsync(asker, "")).Form();
        var review = (await community.SubmitAsync(asker, FormIds.Ask, opened.State, Answers(ask ?? Good))).Form();
        Assert.IsType<Reply.Say>(await community.SendAsync(asker, review));
        await community.SettleAsync();
        return await community.FindAsync(opened.State);
    }

    /// <summary>Says whom to meet, and confirms that it is an ask: the draft goes on in the chat.</summary>
    public static async Task<Reply> BeginInChatAsync(this Community community, Person asker, string words) =>
        await community.PressAsync(asker, (await community.SayAsync(asker, words)).Button("Yes, start"));

    /// <summary>Waits for the hour at which an asker hears that a search found nobody, if nobody is asked meanwhile.</summary>
    public static Task NewsHourAsync(this Community community, Person asker)
    {
        var now = community.Clock.GetUtcNow();
        return community.PassAsync(NewsHours.After(now, asker.TimeZone, QuietTimes.Default) - now);
    }

    /// <summary>Sends an ask that finds nobody, and waits for the news.</summary>
    public static async Task<Intro> AskInVainAsync(this Community community, Person asker, Ask? ask = null)
    {
        var intro = await community.AskAsync(asker, ask);
        await community.NewsHourAsync(asker);
        return await community.NewestAsync(intro);
    }

    /// <summary>Sends the note as it was drafted, with the promises made.</summary>
    public static Task<Reply> SendAsync(this Community community, Person asker, Form review) => community.SubmitAsync(
        asker, FormIds.Review, review.State, (AskTemplate.Note, NoteIn(review)), (AskTemplate.Promises, FormAnswers.Ticked));

    public static string NoteIn(Form review) => Assert.IsType<FormInput.Text>(review.Inputs[0]).Value;

    public static async Task<Intro> FindAsync(this Community community, string intro) =>
        (await community.Intros.FindAsync(community.Workspace, new(intro), CancellationToken.None))!;

    public static Task<Intro> NewestAsync(this Community community, Intro intro) => community.FindAsync(intro.Id.Value);
}
