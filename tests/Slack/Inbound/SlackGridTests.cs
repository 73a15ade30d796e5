using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Double.Deliveries;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack.Inbound;

/// <summary>
/// Enterprise Grid: whoever's workspaces hold the installed one is a member of it, whichever of them a payload names; people of another
/// organization stay visitors.
/// </summary>
public sealed class SlackGridTests
{
    private const string Sibling = "T0777";

    [Fact]
    public async Task A_member_by_a_sibling_workspace_is_answered_wherever_they_act()
    {
        await using var scene = await SlackScene.OpenAsync();
        var hana = Hana(scene);
        scene.General.Add(hana);
        scene.General.Add(scene.Acme.Bot);

        await scene.AfterAsync(hana.TypesAsync("/intro", "help", scene.General));
        Assert.StartsWith("I bring people together", hana.Ephemerals[^1].Text, StringComparison.Ordinal);
        await scene.AfterAsync(hana.SaysAsync("status"));
        Assert.StartsWith("Nothing is open", hana.Chat.Last.Text, StringComparison.Ordinal);
        await scene.AfterAsync(hana.MentionsAsync(scene.General, "withdraw"));
        Assert.StartsWith("There is nothing to withdraw", hana.Ephemerals[^1].Text, StringComparison.Ordinal);
        await scene.AfterAsync(hana.OpensHomeAsync());
        Assert.Contains("Write an ask", hana.Home!.Buttons);
        await scene.AfterAsync(hana.UsesShortcutAsync("ask"));
        Assert.Equal("Ask for an introduction", hana.Modal!.Title);
    }

    [Fact]
    public async Task A_member_by_a_sibling_workspace_answers_their_own_offer()
    {
        await using var scene = await SlackScene.OpenAsync();
        var hana = Hana(scene);
        await scene.GivesAsync(hana, "supply chain");
        await scene.AsksAsync(scene.Ava);

        await scene.AfterAsync(hana.PressesAsync("Yes, connect us"));
        await scene.BreatheAsync();

        Assert.Contains("meet each other", scene.Acme.Conversation([scene.Ava, hana]).Last.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("shortcut"), InlineData("block_actions")]
    public async Task A_payload_that_names_the_sibling_workspace_is_for_the_installed_one(string type)
    {
        await using var scene = await SlackScene.OpenAsync();
        var hana = Hana(scene);
        var payload = hana.Interaction(type);
        (payload["team"], payload["enterprise"]) =
            (new JsonObject { ["id"] = Sibling }, new JsonObject { ["id"] = FakeSlackWorkspace.Enterprise });
        (payload["callback_id"], payload["trigger_id"]) = ("ask", scene.Slack.Triggers.Issue(hana));
        payload["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "ask.start", ["value"] = "" });

        await scene.AfterAsync(scene.Slack.Post.SendAsync(FakeSlackDispatchKind.Interaction, payload));

        Assert.Equal("Ask for an introduction", hana.Modal!.Title);
    }

    [Fact]
    public async Task Workspaces_beside_the_user_are_read_as_those_of_the_enterprise_user()
    {
        await using var scene = await SlackScene.OpenAsync();
        var hana = scene.Acme.AddPerson("Hana Help");
        scene.Slack.Faults.AnswerJson("users.info", $$"""
            {"ok":true,"user":{"id":"{{hana.Id}}","team_id":"E0001","real_name":"Hana Help","teams":["{{scene.Acme.Id}}","{{Sibling}}"]} }
            """);

        await scene.AfterAsync(hana.TypesAsync("/intro", "help"));

        Assert.StartsWith("I bring people together", Assert.Single(hana.Ephemerals).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("T0888", "T0888"), InlineData("E0888", "T0888"), InlineData("E0888", null)]
    public async Task Somebody_of_another_organization_stays_a_visitor(string home, string? workspace)
    {
        await using var scene = await SlackScene.OpenAsync();
        var shared = scene.Acme.AddChannel("shared", scene.Ava, scene.Acme.Bot);
        shared.IsExtShared = true;
        var visitor = scene.Acme.AddPerson(
            "Vera Visit", person => (person.TeamId, person.Teams) = (home, workspace is null ? [] : [workspace]));
        shared.Add(visitor);

        await scene.AfterAsync(visitor.MentionsAsync(shared, "help"));

        Assert.StartsWith("This is between people of one workspace", Assert.Single(visitor.Ephemerals).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_member_whose_event_names_the_sibling_workspace_alone_stays_a_giver()
    {
        await using var scene = await SlackScene.OpenAsync();
        var hana = Hana(scene);
        await scene.GivesAsync(hana, "supply chain");
        await scene.AfterAsync(hana.ChangesElsewhereAsync(person => person.RealName = "Hana Aid"));

        await scene.AsksAsync(scene.Ava);

        Assert.StartsWith("Could you help Ava Stone?", hana.Chat.Last.Text, StringComparison.Ordinal);
    }

    private static FakeSlackPerson Hana(SlackScene scene) => scene.Acme.AddPerson(
        "Hana Help", person => (person.TimeZone, person.TeamId, person.Teams) = ("Europe/Berlin", Sibling, [scene.Acme.Id, Sibling]));
}
