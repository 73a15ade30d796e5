using IntroBot.Givers;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Givers;

public sealed class GivingTests : StoryTests
{
    [Fact]
    public async Task Give_opens_the_form_with_kind_defaults()
    {
        var form = (await Community.CommandAsync(Ava, "give")).Form();

        Assert.Equal("2", Assert.IsType<FormInput.Choice>(form.Inputs.Single(input => input.Id == GiverForms.Cap)).Value);
        Assert.Equal("20:00", Assert.IsType<FormInput.Choice>(form.Inputs.Single(input => input.Id == GiverForms.QuietFrom)).Value);
    }

    [Fact]
    public async Task A_new_giver_is_thanked() =>
        Assert.Equal("Thank you, Ava. It is good to have you", (await GiveAsync("running shoes")).Title());

    [Fact]
    public async Task A_giver_who_edits_sees_what_was_saved()
    {
        await GiveAsync("running shoes");

        var saved = await GiveAsync("foam");

        Assert.Equal("Saved", saved.Title());
        Assert.Contains("Topics: foam", saved.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_giver_is_found_by_the_new_topics_and_no_longer_by_the_old()
    {
        await GiveAsync("running shoes");
        await GiveAsync("foam");
        await Community.SettleAsync();

        Assert.Empty(await ListedAsync("running shoe"));
        Assert.Equal([Ava.Ref], await ListedAsync("foam"));
    }

    [Theory]
    [InlineData("Monday to Friday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")]
    [InlineData("every day", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")]
    [InlineData("Monday, Tuesday and Thursday", "Thursday", "Tuesday", "Monday")]
    [InlineData("Saturday and Sunday", "Saturday", "Sunday")]
    [InlineData("Wednesday", "Wednesday")]
    public async Task A_giver_says_on_which_days_they_may_be_asked(string shown, params string[] days)
    {
        var saved = await Community.SubmitAsync(
            Ava, FormIds.Give, "", [.. OtherAnswers, .. days.Select(day => (GiverForms.WorkingDays, day))]);

        Assert.Contains($"Working days: {shown}", saved.Text(), StringComparison.Ordinal);
        var form = (await Community.CommandAsync(Ava, "give")).Form();
        var ticked = Assert.IsType<FormInput.Choices>(form.Inputs.Single(input => input.Id == GiverForms.WorkingDays)).Values;
        Assert.Equal(days.Order(), ticked.Order());
    }

    [Fact]
    public async Task A_giver_may_have_no_quiet_hours()
    {
        await Community.SubmitAsync(Ava, FormIds.Give, "", [.. OtherAnswers, (GiverForms.NoQuietHours, FormAnswers.Ticked)]);

        Assert.False((await GiverAsync())!.Profile.Quiet.HasQuietHours);
        var form = (await Community.CommandAsync(Ava, "give")).Form();
        Assert.True(Assert.IsType<FormInput.Checkbox>(form.Inputs.Single(input => input.Id == GiverForms.NoQuietHours)).Checked);
        Assert.Equal("20:00", Assert.IsType<FormInput.Choice>(form.Inputs.Single(input => input.Id == GiverForms.QuietFrom)).Value);
    }

    [Fact]
    public async Task The_form_shows_what_a_giver_offers()
    {
        await GiveAsync("running shoes");

        var form = (await Community.CommandAsync(Ava, "give")).Form();

        Assert.Equal("What you offer", form.Title);
        Assert.Equal(["running shoes"], Assert.IsType<FormInput.Tags>(form.Inputs[0]).Values);
    }

    [Theory]
    [InlineData(GiverForms.Topics, "")]
    [InlineData(GiverForms.Topics, "!!!")]
    [InlineData(GiverForms.Topics, "a,b,c")]
    [InlineData(GiverForms.Topics, "aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk,ll,mm")]
    [InlineData(GiverForms.Companies, "aa,bb,cc,dd,ee,ff,gg,hh,ii")]
    [InlineData(GiverForms.Kinds, "telepathy")]
    [InlineData(GiverForms.Cap, "")]
    [InlineData(GiverForms.Cap, "11")]
    [InlineData(GiverForms.Cap, "-1")]
    [InlineData(GiverForms.QuietFrom, "24:00")]
    [InlineData(GiverForms.QuietTo, "noon")]
    [InlineData(GiverForms.WorkingDays, "")]
    [InlineData(GiverForms.WorkingDays, "Caturday")]
    public async Task A_wrong_answer_gets_a_word_beside_its_field_and_nobody_is_enrolled(string field, string value)
    {
        (string Id, string Value)[] answers =
            [
                (GiverForms.Topics, "foam"),
                (GiverForms.Companies, ""),
                (GiverForms.Kinds, ""),
                (GiverForms.Cap, "2"),
                (GiverForms.QuietFrom, "20:00"),
                (GiverForms.QuietTo, "08:00"),
                (GiverForms.WorkingDays, "Monday"),
            ];

        var reply = await Community.SubmitAsync(
            Ava, FormIds.Give, "", [.. answers.Select(answer => answer.Id == field ? (field, value) : answer)]);

        Assert.Equal([field], Assert.IsType<Reply.FieldErrors>(reply).Errors.Keys);
        Assert.Null(await GiverAsync());
    }

    [Fact]
    public async Task Pause_rests_for_two_weeks()
    {
        await GiveAsync("foam");

        Assert.Equal("Enjoy the rest", (await Community.CommandAsync(Ava, "pause")).Title());
        Assert.Equal(Community.Clock.GetUtcNow() + TimeSpan.FromDays(14), (await GiverAsync())!.PausedUntil);
    }

    [Fact]
    public async Task Pause_until_a_day_ends_on_its_morning_on_the_givers_clock()
    {
        await GiveAsync("foam");

        await Community.CommandAsync(Ava, "pause until 2026-12-01");

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero), (await GiverAsync())!.PausedUntil);
    }

    [Theory, InlineData("2026-11-22"), InlineData("2028-01-01"), InlineData("0001-01-01"), InlineData("9999-12-31")]
    public async Task A_pause_until_a_day_that_cannot_be_is_asked_again(string day)
    {
        await GiveAsync("foam");

        foreach (var zone in new[] { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            Assert.Equal("Until when?", (await Community.CommandAsync(Community.Person("Ava Stone", zone), $"pause until {day}")).Title());
        }
    }

    [Fact]
    public async Task A_pause_is_never_longer_than_a_year_and_a_day()
    {
        await GiveAsync("foam");

        await Community.CommandAsync(Ava, "pause 999m");

        Assert.Equal(Community.Clock.GetUtcNow() + GiverDecisions.MaxPause, (await GiverAsync())!.PausedUntil);
    }

    [Theory, InlineData("pause a bit"), InlineData("pause until whenever"), InlineData("pause 0d"), InlineData("pause until 2026-02-30")]
    public async Task A_pause_not_understood_is_asked_again(string typed)
    {
        await GiveAsync("foam");

        Assert.Equal("Almost", (await Community.CommandAsync(Ava, typed)).Title());
    }

    [Fact]
    public async Task Resume_ends_a_pause_at_once()
    {
        await GiveAsync("foam");
        await Community.CommandAsync(Ava, "pause");

        Assert.Equal("Welcome back", (await Community.CommandAsync(Ava, "resume")).Title());
        Assert.Null((await GiverAsync())!.PausedUntil);
    }

    [Fact]
    public async Task A_pause_resumed_by_hand_ends_without_a_notice()
    {
        await GiveAsync("foam");
        await Community.CommandAsync(Ava, "pause 1w");
        await Community.CommandAsync(Ava, "resume");

        await Community.PassAsync(TimeSpan.FromDays(8));

        Assert.Empty(Community.Messenger.TextsTo(Ava.Ref));
    }

    [Fact]
    public async Task A_pause_prolonged_ends_once_at_the_later_day()
    {
        await GiveAsync("foam");
        await Community.CommandAsync(Ava, "pause 1w");
        await Community.CommandAsync(Ava, "pause 2w");

        await Community.PassAsync(TimeSpan.FromDays(13));
        Assert.Empty(Community.Messenger.TextsTo(Ava.Ref));
        await Community.PassAsync(TimeSpan.FromDays(2));
        Assert.StartsWith("Your pause is over", Assert.Single(Community.Messenger.TextsTo(Ava.Ref)), StringComparison.Ordinal);
    }

    [Theory, InlineData("resume", "What you offer"), InlineData("stop giving", "You are no longer asked")]
    public async Task A_pause_delivered_again_shows_how_things_stand_now(string since, string title)
    {
        await GiveAsync("foam");
        var paused = new Interaction.CommandTyped(Ava, Community.NextKey(), "pause", []);
        await Community.DispatchAsync(paused);
        await Community.CommandAsync(Ava, since);

        Assert.Equal(title, (await Community.DispatchAsync(paused)).Title());
        Assert.Null((await GiverAsync())!.PausedUntil);
    }

    [Fact]
    public async Task Stop_giving_is_one_word_and_thanks_for_every_door()
    {
        await GiveAsync("foam");

        Assert.Equal("You are no longer asked", (await Community.CommandAsync(Ava, "stop giving")).Title());
        Assert.False((await GiverAsync())!.OptedIn);
    }

    [Fact]
    public async Task Who_stops_giving_is_no_longer_found()
    {
        await GiveAsync("foam");
        await Community.CommandAsync(Ava, "stop giving");
        await Community.SettleAsync();

        Assert.Empty(await ListedAsync("foam"));
    }

    [Fact]
    public async Task Who_comes_back_finds_what_they_had_offered()
    {
        await GiveAsync("foam");
        var stopped = await Community.CommandAsync(Ava, "stop giving");

        var form = (await Community.PressAsync(Ava, stopped.Button("Come back"))).Form();

        Assert.Equal(["foam"], Assert.IsType<FormInput.Tags>(form.Inputs[0]).Values);
    }

    [Theory, InlineData("pause"), InlineData("resume"), InlineData("stop giving")]
    public async Task Who_never_offered_is_told_so_and_not_enrolled(string command)
    {
        Assert.Equal("You have not offered to help yet", (await Community.CommandAsync(Ava, command)).Title());
        Assert.Null(await GiverAsync());
    }

    private static readonly (string, string)[] OtherAnswers =
        [(GiverForms.Topics, "foam"), (GiverForms.Cap, "2"), (GiverForms.QuietFrom, "20:00"), (GiverForms.QuietTo, "08:00")];

    private Task<Reply> GiveAsync(string topics) => Community.SubmitAsync(
        Ava, FormIds.Give, "", (GiverForms.Topics, topics), (GiverForms.Cap, "2"),
        (GiverForms.QuietFrom, "20:00"), (GiverForms.QuietTo, "08:00"));

    private Task<Giver?> GiverAsync() => Community.Givers.FindAsync(Ava.Ref, CancellationToken.None);

    private async Task<IEnumerable<PersonRef>> ListedAsync(string term) =>
        await Community.Givers.IndexedUnderAsync(Community.Workspace, term, 10, "", CancellationToken.None);
}
