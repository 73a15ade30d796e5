using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>Blocking in Slack: by a mention whatever Slack says of the person, by the names people see, and never a bot.</summary>
public sealed class SlackBlockTests
{
    [Fact]
    public async Task A_mention_is_enough_while_Slack_does_not_say_who_that_is()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "help"));
        scene.Slack.Faults.Fail("users.info", times: 2);

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block @Ava Stone"));
        await scene.BreatheAsync();

        Assert.StartsWith("Done, and private", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
        Assert.Contains(scene.Ava.Id, scene.Grace.Ephemerals[^1].Blocks.ToJsonString(), StringComparison.Ordinal);
        await scene.AfterAsync(scene.Ava.TypesAsync("/intro", "help"));
        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block"));
        Assert.Contains("Ava Stone", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whom_Slack_does_not_show_can_be_blocked_by_a_mention()
    {
        await using var scene = await SlackScene.OpenAsync();
        var hidden = scene.Acme.AddPerson("Hugo Hidden", person => person.IsHidden = true);

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block @Hugo Hidden"));

        Assert.Contains(hidden.Id, scene.Grace.Ephemerals[^1].Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("block hana"), InlineData("block @HANA"), InlineData("block Hána"), InlineData("block hana help.")]
    public async Task Somebody_the_bot_has_met_is_found_by_the_name_people_see(string words)
    {
        await using var scene = await SlackScene.OpenAsync();
        var hana = await MeetsAsync(scene, "Hana Help", "hana");

        await scene.AfterAsync(scene.Grace.SaysAsync(words));

        Assert.Contains(hana.Id, scene.Grace.Chat.Last.Blocks.ToJsonString(), StringComparison.Ordinal);
        Assert.StartsWith("Done, and private", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_of_one_name_nobody_is_blocked_before_one_is_chosen()
    {
        await using var scene = await SlackScene.OpenAsync();
        for (var at = 1; at <= 7; at++) await MeetsAsync(scene, $"Sam {(char)('A' + at)}", "sam");

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block sam"));
        var which = scene.Grace.Ephemerals[^1];
        Assert.StartsWith("Whom do you mean?", which.Text, StringComparison.Ordinal);
        Assert.Equal(["1. Sam B", "2. Sam C", "3. Sam D", "4. Sam E", "5. Sam F", "6. Sam G"], which.Buttons);
        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block"));
        Assert.StartsWith("You block nobody", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);

        await scene.AfterAsync(scene.Grace.PressesAsync("2. Sam C", which));

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block"));
        Assert.Contains("Sam C", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "unblock sam"));
        Assert.StartsWith("Done", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_a_name_is_said_kindly()
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block nobody at all"));

        Assert.StartsWith("I cannot tell whom you mean", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("IntroBot"), InlineData("Build Robot"), InlineData("Slackbot")]
    public async Task No_bot_can_be_blocked(string name)
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.Acme.AddPerson("Build Robot", person => person.IsBot = true);
        scene.General.Add(scene.Acme.Bot);

        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", $"block @{name}"));
        await scene.AfterAsync(scene.Grace.SaysAsync($"block @{name}"));
        await scene.AfterAsync(scene.Grace.MentionsAsync(scene.General, $"@IntroBot block @{name}"));

        Assert.All(
            scene.Grace.Ephemerals.Append(scene.Grace.Chat.Last),
            word => Assert.StartsWith("I never ask for myself", word.Text, StringComparison.Ordinal));
        await scene.AfterAsync(scene.Grace.TypesAsync("/intro", "block"));
        Assert.StartsWith("You block nobody", scene.Grace.Ephemerals[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_calls_the_bot_by_a_mention_is_not_blocking_it()
    {
        await using var scene = await SlackScene.OpenAsync();
        scene.General.Add(scene.Acme.Bot);

        await scene.AfterAsync(scene.Grace.MentionsAsync(scene.General, "@IntroBot block"));
        await scene.AfterAsync(scene.Grace.MentionsAsync(scene.General, "help @IntroBot"));

        Assert.Collection(
            scene.Grace.Ephemerals,
            word => Assert.StartsWith("You block nobody", word.Text, StringComparison.Ordinal),
            word => Assert.StartsWith("I bring people together", word.Text, StringComparison.Ordinal));
    }

    private static async Task<FakeSlackPerson> MeetsAsync(SlackScene scene, string name, string displayName)
    {
        var person = scene.Acme.AddPerson(name, each => each.DisplayName = displayName);
        await scene.AfterAsync(person.TypesAsync("/intro", "help"));
        return person;
    }
}
