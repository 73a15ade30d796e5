using IntroBot.Platforms;
using IntroBot.Slack;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>Who people are, by what Slack says of them.</summary>
public sealed class SlackPeopleTests
{
    [Fact]
    public async Task A_person_is_looked_up_once_a_day()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "status"));
        Assert.Equal(1, scene.Slack.CountOf("users.info"));

        await scene.PassAsync(TimeSpan.FromHours(25));
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));

        Assert.Equal(2, scene.Slack.CountOf("users.info"));
    }

    [Fact]
    public async Task Quiet_hours_are_those_of_the_zone_Slack_knows()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Grace.TimeZone = "America/Los_Angeles";
        await scene.GivesAsync(scene.Grace, "supply chain");

        await scene.AsksAsync(scene.Ava);
        Assert.Empty(scene.Grace.Chat.Messages);
        await scene.PassAsync(TimeSpan.FromHours(7));

        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_is_asked_no_more_and_the_search_goes_on()
    {
        await using var scene = await SlackScene.OpenAsync();
        var wei = scene.Acme.AddPerson("Wei Lin");
        await scene.GivesAsync(scene.Grace, "supply chain", "sourcing");
        await scene.GivesAsync(wei, "sourcing");
        await scene.AsksAsync(scene.Ava);

        await scene.AfterAsync(scene.Grace.LeavesAsync());
        await scene.BreatheAsync();

        Assert.StartsWith("Could you help Ava Stone?", wei.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_becomes_a_guest_is_asked_no_more()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AfterAsync(scene.Grace.BecomesGuestAsync());

        await scene.AsksAsync(scene.Ava);

        Assert.Empty(scene.Grace.Chat.Messages);
    }

    [Fact]
    public async Task A_guest_hears_that_this_is_for_members()
    {
        await using var scene = await SlackScene.OpenAsync();
        var guest = scene.Acme.AddPerson("Gus Guest", person => person.IsUltraRestricted = true);

        await scene.AfterAsync(guest.TypesAsync("/intro", "give"));

        Assert.StartsWith("This is for full members", Assert.Single(guest.Ephemerals).Text, StringComparison.Ordinal);
        Assert.Null(guest.Modal);
    }

    [Fact]
    public async Task A_member_seen_too_long_ago_acts_at_once_and_is_looked_up_afterwards()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));
        await scene.PassAsync(TimeSpan.FromHours(25));
        scene.Ava.RealName = "Ava Rivers";
        var held = scene.Slack.Faults.Hold("users.info");

        Assert.Contains("I bring people together", (await scene.Ava.TypesAsync("/intro", "help")).Body, StringComparison.Ordinal);

        held.SetResult();
        await scene.SettleAsync();
        Assert.Contains(
            "Ava Rivers",
                await scene.The<IKeyValueStore>().FindAsync(SlackStoreNames.People(scene.Acme.Id), scene.Ava.Id, CancellationToken.None),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_about_somebody_whom_Slack_did_not_know_a_moment_ago_is_not_kept()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Slack.Faults.Refuse("users.info", "user_not_found");
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));

        await scene.AfterAsync(scene.Ava.ChangesAsync(person => person.DisplayName = "ava!"));

        Assert.Empty(await scene.The<IKeyValueStore>().ListAsync(SlackStoreNames.People(scene.Acme.Id), CancellationToken.None));
    }

    [Fact]
    public async Task A_new_name_is_used_from_the_next_word_on()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));

        await scene.AfterAsync(scene.Ava.ChangesAsync(person => person.RealName = "Ava Rivers"));
        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Could you help Ava Rivers?", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_about_people_who_never_met_the_bot_are_not_kept()
    {
        await using var scene = await SlackScene.OpenAsync();
        var store = scene.The<IKeyValueStore>();

        await scene.AfterAsync(scene.Acme.JoinsAsync(scene.Acme.AddPerson("Nils New")));
        await scene.AfterAsync(scene.Ava.ChangesAsync(person => person.DisplayName = "ava!"));

        Assert.Empty(await store.ListAsync($"slack.people.{scene.Acme.Id}", CancellationToken.None));
    }
}
