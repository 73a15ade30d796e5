using IntroBot.Stewards;
using IntroBot.Tests.Stories;

namespace IntroBot.Tests.Stewards;

public sealed class SettingsTests : StoryTests
{
    [Fact]
    public async Task Only_a_steward_opens_the_settings()
    {
        Assert.Equal("The settings are with somebody else", (await Community.CommandAsync(Ava, "settings")).Title());
        Assert.Equal(
            "The settings are with somebody else", (await Community.PressAsync(Ava, new CardButton(ActionIds.Settings, "", ""))).Title());

        Community.Stewards.Add(Ava.Ref);

        Assert.Equal(FormIds.Settings, (await Community.CommandAsync(Ava, "settings")).Form().Id);
        Assert.Equal(FormIds.Settings, (await Community.SayAsync(Ava, "settings")).Form().Id);
    }

    [Fact]
    public async Task Who_is_no_steward_any_more_changes_nothing()
    {
        Assert.Equal("The settings are with somebody else", (await SubmitAsync(SettingsForms.InChannel, "C1")).Title());
        Assert.Equal(WorkspaceSettings.Default, await FindAsync());
    }

    [Fact]
    public async Task Until_somebody_chooses_offers_go_by_message()
    {
        Community.Stewards.Add(Ava.Ref);

        var form = (await Community.CommandAsync(Ava, "settings")).Form();

        Assert.Equal(SettingsForms.ByMessage, Assert.IsType<FormInput.Choice>(form.Inputs[0]).Value);
        Assert.Equal("", Assert.IsType<FormInput.Channel>(form.Inputs[1]).Value);
    }

    [Fact]
    public async Task What_was_saved_is_shown_the_next_time()
    {
        Community.Stewards.Add(Ava.Ref);
        Assert.Equal("Saved", (await SubmitAsync(SettingsForms.InChannel, "C1")).Title());

        var form = (await Community.CommandAsync(Ava, "settings")).Form();

        Assert.Equal(SettingsForms.InChannel, Assert.IsType<FormInput.Choice>(form.Inputs[0]).Value);
        Assert.Equal("C1", Assert.IsType<FormInput.Channel>(form.Inputs[1]).Value);
    }

    [Fact]
    public async Task Offers_in_the_channel_need_a_channel()
    {
        Community.Stewards.Add(Ava.Ref);

        var reply = await SubmitAsync(SettingsForms.InChannel, " ");

        Assert.Equal([SettingsForms.Channel], Assert.IsType<Reply.FieldErrors>(reply).Errors.Keys);
        Assert.Equal(WorkspaceSettings.Default, await FindAsync());
    }

    [Fact]
    public async Task Offers_by_message_need_none_and_remember_one()
    {
        Community.Stewards.Add(Ava.Ref);

        await SubmitAsync(SettingsForms.ByMessage, "");
        Assert.Equal(new WorkspaceSettings(OffersInChannel: false, ""), await FindAsync());

        await SubmitAsync(SettingsForms.ByMessage, "C1");
        Assert.Equal(("C1", ""), ((await FindAsync()).GiversChannel, (await FindAsync()).OfferChannel));
    }

    [Theory]
    [InlineData(SettingsForms.Offers, "", "C1")]
    [InlineData(SettingsForms.Offers, "by pigeon", "C1")]
    public async Task A_wrong_answer_gets_a_word_beside_its_field(string field, string offers, string channel)
    {
        Community.Stewards.Add(Ava.Ref);

        Assert.Equal([field], Assert.IsType<Reply.FieldErrors>(await SubmitAsync(offers, channel)).Errors.Keys);
    }

    [Fact]
    public async Task A_channel_no_platform_has_is_asked_again()
    {
        Community.Stewards.Add(Ava.Ref);

        Assert.Equal(
            [SettingsForms.Channel],
            Assert.IsType<Reply.FieldErrors>(await SubmitAsync(SettingsForms.InChannel, new string('C', 201))).Errors.Keys);
    }

    [Fact]
    public async Task A_change_is_one_line_in_the_log_however_often_it_is_delivered()
    {
        Community.Stewards.Add(Ava.Ref);
        var sent = Submission(SettingsForms.InChannel, "C-secret");

        await Community.DispatchAsync(sent);
        await Community.DispatchAsync(sent);

        var line = Assert.Single(await Community.LogAsync(), row => row["Event"] == "Settings changed");
        Assert.Equal("offers=channel", line["Detail"]);
        Assert.DoesNotContain(line.Values, value => value.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_change_delivered_again_does_not_undo_a_newer_one()
    {
        Community.Stewards.Add(Ava.Ref);
        var older = Submission(SettingsForms.InChannel, "C1");
        await Community.DispatchAsync(older);
        await SubmitAsync(SettingsForms.ByMessage, "C1");

        await Community.DispatchAsync(older);

        Assert.False((await FindAsync()).OffersInChannel);
    }

    [Fact]
    public async Task Changes_at_the_same_moment_come_one_after_the_other()
    {
        Community.Stewards.Add(Ava.Ref);

        await Parallel.ForAsync(0, 12, async (index, _) => await SubmitAsync(SettingsForms.InChannel, $"C{index}"));

        Assert.Equal(12, (await Community.LogAsync()).Count(row => row["Event"] == "Settings changed"));
    }

    [Fact]
    public async Task One_workspace_knows_nothing_of_another()
    {
        Community.Stewards.Add(Ava.Ref);
        await SubmitAsync(SettingsForms.InChannel, "C1");

        Assert.Equal(WorkspaceSettings.Default, await Community.Settings.FindAsync(new WorkspaceId("elsewhere"), CancellationToken.None));
    }

    [Fact]
    public async Task The_home_of_a_steward_has_the_way_to_the_settings_and_no_other_home_has()
    {
        Assert.DoesNotContain("Settings", (await Community.HomeAsync(Ava)).Text(), StringComparison.Ordinal);
        Community.Stewards.Add(Ava.Ref);
        Assert.Contains("[Settings]", (await Community.HomeAsync(Ava)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_follows_from_settings_but_their_line_in_the_log() =>
        Assert.IsType<Decision<WorkspaceSettings>.Unchanged>(new SettingsNoticePolicy()
            .OnTimer(WorkspaceSettings.Default, new DueTimer(TimerKind.HowItWent, default), default));

    private Task<Reply> SubmitAsync(string offers, string channel) => Community.DispatchAsync(Submission(offers, channel));

    private Interaction.FormSubmitted Submission(string offers, string channel) =>
        new(Ava, Community.NextKey(), FormIds.Settings, "", new FormAnswers(
            new Dictionary<string, IReadOnlyList<string>> { [SettingsForms.Offers] = [offers], [SettingsForms.Channel] = [channel] }));

    private Task<WorkspaceSettings> FindAsync() => Community.Settings.FindAsync(Community.Workspace, CancellationToken.None);
}
