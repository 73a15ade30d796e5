using IntroBot.Coaching;
using IntroBot.Intros.Closing;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.Stories;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Storage.Scenes;

/// <summary>
/// The main job, from first word to thanks, on a store and a platform that break: whoever gets no answer does it again, whatever died
/// is started anew on the same store, and time passes until the next thing has come.
/// </summary>
internal sealed class MainJob(ITableStore store, Faults faults, bool redelivered = true, Action<string>? begins = null)
{
    private const int MaxTries = 60;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>
    /// In a storm about one attempt in ten comes through, and from the thirtieth minute on there is one every half hour: a day leaves a few
    /// messages in a hundred on their way, five days practically none.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromDays(5);

    private readonly FakeTimeProvider clock = new(Community.Monday);
    private Faults present = faults;
    private Community community = null!;
    private int acts;

    /// <summary>How often somebody got no answer and did it again.</summary>
    public int Repeated { get; private set; }

    public FakeMessenger Messenger { get; } = new();

    public FakeTimeProvider Clock => clock;

    public Person Asker { get; private set; } = null!;

    public Person Giver { get; private set; } = null!;

    /// <summary>From the first word to thanks and until nothing of it can be due any more.</summary>
    public async Task LiveAsync()
    {
        await FoundAsync();
        await AskAsync();
        await UntilAsync(() => Shows(Giver, "Yes, connect us"));
        Begin("yes, and the two meet");
        await ActAsync<Reply.Replace>(key => Press(Giver, key, "Yes, connect us"));
        await UntilAsync(() => Messenger.MeetingOf(Asker.Ref, Giver.Ref).Count > 0);
        Begin("three days later, how it went");
        await PassAsync(LoopDecisions.FirstQuestion, TimeSpan.FromHours(6));
        await UntilAsync(() => Shows(Asker, "We met"));
        Begin("we met");
        var thanks = await ActAsync<Reply.OpenForm>(key => Press(Asker, key, "We met"));
        Begin("thanks");
        await ActAsync<Reply.Say>(key => Submit(key, thanks.Form, (LoopCards.ThanksField, "Thank you, Grace. That saved us a month.")));
        await UntilAsync(
            () => Messenger.ChatOf(Giver.Ref).Any(card => PlainText.Of(card).Contains("saved us a month", StringComparison.Ordinal)));
        Begin("until nothing is due any more");
        present.Calm();
        await PassAsync(TimeSpan.FromDays(8), TimeSpan.FromHours(12));
    }

    /// <summary>A program without faults on the same store, to look at what has become of it.</summary>
    public Task<Community> OpenCalmlyAsync() => Community.OpenAsync(new NonClosingTableStore(store), clock, Messenger);

    private async Task FoundAsync()
    {
        await using (var calm = await OpenCalmlyAsync())
        {
            Giver = await calm.GiverAsync("Grace Okafor", "supply chain, sourcing", "Africa/Lagos");
            Asker = calm.Person("Ava Stone", "Europe/Berlin");
        }

        await StartAsync();
    }

    private async Task AskAsync()
    {
        var words = Asks.Good with { Deadline = null, DeadlineReason = "" };
        Begin("the ask is opened");
        var fields = await ActAsync<Reply.OpenForm>(key => new Interaction.CommandTyped(Asker, key, "", []));
        Begin("its fields, and the note");
        var review = await ActAsync<Reply.OpenForm>(key => Submit(
            key, fields.Form, [.. AskTemplate.Fields.Select(field => (field.Id, field.Read(words)))]));
        Begin("it is sent, and a giver has the offer");
        await ActAsync<Reply.Say>(key => Submit(
            key, review.Form, (AskTemplate.Note, ((FormInput.Text)review.Form.Inputs[0]).Value),
            (AskTemplate.Promises, FormAnswers.Ticked)));
    }

    private void Begin(string step) => begins?.Invoke(step);

    /// <summary>Does it until it is acknowledged, by the same event delivered again or by a new one.</summary>
    private async Task<TReply> ActAsync<TReply>(Func<string, Interaction> act)
        where TReply : Reply
    {
        var first = ++acts;
        for (var tried = 0; tried < MaxTries; tried++)
        {
            var reply = await TryAsync(() => community.DispatchAsync(act(redelivered ? $"act-{first}" : $"act-{first}-{tried}")));
            await CalmDownAsync();
            if (reply is not null) return Assert.IsType<TReply>(reply);
            Repeated++;
        }

        throw new InvalidOperationException($"Act {first} was never acknowledged.");
    }

    private async Task UntilAsync(Func<bool> hasCome)
    {
        for (var waited = TimeSpan.Zero; waited < Timeout && !hasCome(); waited += Step)
        {
            await PassAsync(Step, Step);
        }

        Assert.True(hasCome(), "What was acknowledged is lost.");
    }

    private async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var left = time; left > TimeSpan.Zero; left -= step)
        {
            clock.Advance(step);
            await TryAsync(async () =>
            {
                await community.The<IntroBot.Decisions.IDueWork>().RunAsync(CancellationToken.None);
                return new Reply.Nothing();
            });
            await CalmDownAsync();
        }
    }

    private static async Task<Reply?> TryAsync(Func<Task<Reply>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception broken) when (broken is StoreUnusableException or ProcessDiedException or TimeoutException)
        {
            return null;
        }
    }

    private async Task CalmDownAsync()
    {
        await community.SettleAsync();
        if (!present.Dead) return;

        // Thrown away without a word: nothing of it reaches the store any more.
        present = Faults.None;
        await StartAsync();
    }

    private async Task StartAsync() => community = await Community.OpenAsync(
        new FaultyStore(store, present), clock, Messenger, new FaultyMessenger(Messenger, present));

    private bool Shows(Person who, string label) => Buttons(who).Any(button => button.Label == label);

    private IEnumerable<CardButton> Buttons(Person who) => Messenger.ChatOf(who.Ref).Reverse().SelectMany(card => card.Buttons);

    private Interaction.ButtonPressed Press(Person who, string key, string label)
    {
        var button = Messenger.Delivered.SelectMany(envelope => envelope.Card.Buttons).Last(button => button.Label == label);
        return new Interaction.ButtonPressed(who, key, button.Action, button.Value);
    }

    private Interaction.FormSubmitted Submit(string key, Form form, params (string Id, string Value)[] answers) => new(
        Asker, key, form.Id, form.State,
        new FormAnswers(answers.ToDictionary(answer => answer.Id, answer => (IReadOnlyList<string>)[answer.Value])));
}
