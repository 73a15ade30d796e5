using IntroBot.Intros;
using IntroBot.Intros.Closing;

namespace IntroBot.Tests.Stories;

/// <summary>
/// Buttons and forms that are doubled, foreign, forged or from an older day: a friendly word, never an exception, never a change.
/// </summary>
public sealed class HostileInputTests : StoryTests
{
    private static readonly string Long = new('x', 10_000);

    public static TheoryData<string> Stages => ["Draft", "Offered", "Unmatched", "Connected", "Told", "Closed", "Withdrawn"];

    public static TheoryData<string> Garbage =>
        [
            "", " ", "|", "||", "nothing", "nothing|nothing", "\n\r\t", "\0", "'; drop table Core; --", "../../..", "%s%n", "😀", "\uD800",
            new string('x', 10_000), new string('|', 500),
        ];

    [Theory, MemberData(nameof(Stages))]
    public async Task A_stranger_who_forges_every_button_of_an_intro_changes_nothing(string stage)
    {
        var intro = await AtAsync(stage);
        var before = await DumpAsync();
        var mallory = Community.Person("Mallory Reed");

        foreach (var action in IntroActions)
        {
            foreach (var value in ValuesOf(intro))
            {
                Friendly(await Community.PressAsync(mallory, new CardButton(action, value, "")), action, intro);
            }
        }

        await Community.SettleAsync();
        Assert.Equal(before, await DumpAsync());
    }

    [Theory, MemberData(nameof(Stages))]
    public async Task A_stranger_who_forges_every_form_of_an_intro_changes_nothing(string stage)
    {
        var intro = await AtAsync(stage);
        var before = await DumpAsync();
        var mallory = Community.Person("Mallory Reed");

        foreach (var form in IntroForms)
        {
            foreach (var value in ValuesOf(intro))
            {
                Friendly(await Community.SubmitAsync(mallory, form, value, RightAnswers), form, intro);
            }
        }

        await Community.SettleAsync();
        Assert.Equal(before, await DumpAsync());
    }

    [Theory, MemberData(nameof(Stages))]
    public async Task A_giver_who_forges_the_askers_buttons_changes_nothing(string stage)
    {
        var intro = await AtAsync(stage);
        var before = await DumpAsync();
        var grace = Community.Person("Grace Okafor", "Africa/Lagos");

        foreach (var action in IntroActions.Where(action => !action.StartsWith("offer.", StringComparison.Ordinal)))
        {
            Assert.IsType<Reply.Say>(await Community.PressAsync(grace, new CardButton(action, intro.Id.Value, "")));
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Theory, MemberData(nameof(Stages))]
    public async Task An_asker_who_forges_the_givers_buttons_changes_nothing(string stage)
    {
        var intro = await AtAsync(stage);
        var before = await DumpAsync();

        foreach (var action in IntroActions.Where(action => action.StartsWith("offer.", StringComparison.Ordinal)))
        {
            foreach (var value in ValuesOf(intro))
            {
                Assert.IsType<Reply.Say>(await Community.PressAsync(Ava, new CardButton(action, value, "")));
            }
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Theory, MemberData(nameof(Garbage))]
    public async Task Every_button_takes_garbage_kindly(string value)
    {
        var before = await DumpAsync();

        foreach (var action in IntroActions.Append(ActionIds.Unblock))
        {
            Assert.IsType<Reply.Say>(await Community.PressAsync(Ava, new CardButton(action, value, "")));
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Theory, MemberData(nameof(Garbage))]
    public async Task Every_form_takes_garbage_kindly(string value)
    {
        var before = await DumpAsync();

        foreach (var form in IntroForms.Append(FormIds.Give))
        {
            var reply = await Community.SubmitAsync(
                Ava, form, value, ("foreign", value), ("topics", value), ("who", value),
                ("cap", value), ("thanks", value), ("quiet-from", value));
            Assert.True(reply is Reply.Say or Reply.FieldErrors, $"{form} answered {reply}");
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Theory, MemberData(nameof(Garbage))]
    public async Task Every_field_of_a_draft_takes_garbage_kindly(string value)
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();

        var reply = await Community.SubmitAsync(Ava, FormIds.Ask, opened.State, [.. opened.Inputs.Select(input => (input.Id, value))]);

        Assert.IsType<Reply.FieldErrors>(reply);
    }

    [Theory, MemberData(nameof(Garbage))]
    public async Task Words_that_are_garbage_are_answered_kindly(string value)
    {
        Assert.NotNull(await Community.SayAsync(Ava, value));
        Assert.NotNull(await Community.SayAsync(Ava, value));
        Assert.NotNull(await Community.CommandAsync(Ava, value));
    }

    [Fact]
    public async Task A_form_without_any_field_gets_a_word_beside_each_that_is_needed()
    {
        var opened = (await Community.CommandAsync(Ava, "")).Form();

        var reply = Assert.IsType<Reply.FieldErrors>(await Community.SubmitAsync(Ava, FormIds.Ask, opened.State));

        Assert.Equal(opened.Inputs.Where(input => input.Required).Select(input => input.Id).Order(), reply.Errors.Keys.Order());
    }

    [Theory, InlineData("no.such.button"), InlineData(""), InlineData("Accept")]
    public async Task A_button_nobody_knows_is_from_an_older_day(string action) =>
        Assert.Equal("That button is from an older day", (await Community.PressAsync(Ava, new CardButton(action, Long, ""))).Title());

    [Fact]
    public async Task A_form_nobody_knows_is_from_an_older_day() =>
        Assert.Equal("That button is from an older day", (await Community.SubmitAsync(Ava, "no.such.form", Long)).Title());

    [Fact]
    public async Task The_same_event_delivered_twice_is_one_event()
    {
        var grace = await GraceAsync();
        await Community.AskAsync(Ava);
        var button = Community.Messenger.ChatOf(grace.Ref)[0].Button("Not now, pause me 2 weeks");
        var pressed = new Interaction.ButtonPressed(grace, "the-same-event", button.Action, button.Value);

        var first = await Community.DispatchAsync(pressed);
        await Community.SettleAsync();
        var before = await DumpAsync();
        var second = await Community.DispatchAsync(pressed);

        Assert.Equal(first.Text(), second.Text());
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task A_person_of_another_workspace_finds_nothing()
    {
        var intro = await AtAsync("Connected");
        var elsewhere = new Person(new PersonRef(new WorkspaceId("elsewhere"), "ava"), "Ava Stone", "Europe/Berlin", "en");

        Assert.Equal(
            "I cannot find that any more",
            (await Community.PressAsync(elsewhere, new CardButton(ActionIds.Met, intro.Id.Value, ""))).Title());
    }

    private static IEnumerable<string> IntroActions =>
    [
        ActionIds.AskInForm, ActionIds.AskInChat, ActionIds.EditAsk, ActionIds.ReviewAsk, ActionIds.SendAsk, ActionIds.FieldBack,
        ActionIds.FieldSkip, ActionIds.FieldChoose, ActionIds.DiscardDraft, ActionIds.Withdraw, ActionIds.OtherTopics,
        ActionIds.CloseUnmatched, ActionIds.AcceptOffer, ActionIds.DeclineOffer, ActionIds.DeclineAndPause, ActionIds.Met,
        ActionIds.NotYet, ActionIds.NeverReplied, ActionIds.WentNowhere, ActionIds.SayThanks,
    ];

    private static IEnumerable<string> IntroForms => [FormIds.Ask, FormIds.Review, FormIds.OtherTopics, FormIds.Thanks];

    private static (string Id, string Value)[] RightAnswers =>
    [
        .. AskingExtensions.Answers(AskingExtensions.Good), ("note", "Mine now."), ("promises", "yes"),
        (LoopCards.ThanksField, "Thanks from a stranger"),
    ];

    private static IEnumerable<string> ValuesOf(Intro intro) =>
        [intro.Id.Value, $"{intro.Id}|purpose", $"{intro.Id}|advice", .. intro.Offers.Select(offer => $"{intro.Id}|{offer.Id}")];

    /// <summary>A refusal: a card that tells a stranger nothing of anybody.</summary>
    private static void Friendly(Reply reply, string by, Intro intro)
    {
        var text = Assert.IsType<Reply.Say>(reply).Text();
        Assert.DoesNotContain(intro.Asker.FirstName, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", text, StringComparison.Ordinal);
        Assert.True(text.StartsWith("This one is for somebody else", StringComparison.Ordinal)
            || text.StartsWith("I cannot find that", StringComparison.Ordinal), $"{by}: {text}");
    }

    private async Task<Intro> AtAsync(string stage)
    {
        var grace = Community.Person("Grace Okafor", "Africa/Lagos");
        if (stage == "Draft")
        {
            await Community.BeginInChatAsync(Ava, AskingExtensions.Good.Who);
            return Assert.Single(await Community.IntrosOfAsync(Ava));
        }

        if (stage != "Unmatched")
        {
            await GraceAsync();
        }

        var intro = await Community.AskAsync(Ava);
        if (stage == "Withdrawn")
        {
            await Community.PressAsync(Ava, new CardButton(ActionIds.Withdraw, intro.Id.Value, ""));
        }

        if (stage is "Connected" or "Told" or "Closed")
        {
            await Community.AcceptAsync(grace);
            await Community.PassAsync(LoopDecisions.FirstQuestion);
        }

        if (stage is "Told" or "Closed")
        {
            var form = (await Community.PressAsync(Ava, "We met")).Form();
            await (stage == "Closed" ? Community.ThankAsync(Ava, form) : Community.SettleAsync());
        }

        await Community.SettleAsync();
        return await Community.NewestAsync(intro);
    }

    /// <summary>Everything that is stored, apart from moments to look again, where a row too many is harmless.</summary>
    private async Task<string> DumpAsync()
    {
        await Community.SettleAsync();
        var rows = await Community.Tables.ScanAsync("Core", CancellationToken.None)
            .Select(row => $"{row.Partition} {row.Row} "
                + $"{string.Join(' ', row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal))}")
            .ToListAsync();
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
