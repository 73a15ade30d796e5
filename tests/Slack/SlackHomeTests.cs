using System.Text.RegularExpressions;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>The home in Slack: asks, offers, profile, and the same actions as buttons.</summary>
public sealed partial class SlackHomeTests
{
    [Fact]
    public async Task A_newcomer_is_shown_how_to_ask_and_how_to_give()
    {
        await using var scene = await SlackScene.OpenAsync();

        await scene.AfterAsync(scene.Ava.OpensHomeAsync());

        Assert.Equal(["Write an ask", "Offer to help"], scene.Ava.Home!.Buttons);
        await scene.AfterAsync(scene.Ava.PressesAtHomeAsync("Write an ask"));
        Assert.Equal("Ask for an introduction", scene.Ava.Modal!.Title);
    }

    [Fact]
    public async Task The_home_follows_what_happens_without_being_opened_again()
    {
        await using var scene = await SlackScene.OpenAsync();
        await scene.AfterAsync(scene.Grace.OpensHomeAsync());
        await scene.AfterAsync(scene.Ava.OpensHomeAsync());

        await scene.GivesAsync(scene.Grace, "supply chain");
        Assert.Contains("supply chain", scene.Grace.Home!.ToString(), StringComparison.Ordinal);
        await scene.AsksAsync(scene.Ava);
        Assert.Contains("I am looking for the right person", scene.Ava.Home!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Yes, connect us", scene.Grace.Home!.Buttons);

        await scene.AfterAsync(scene.Grace.PressesAtHomeAsync("Yes, connect us"));
        await scene.BreatheAsync();
        Assert.DoesNotContain("Yes, connect us", scene.Grace.Home!.Buttons);
        Assert.Contains("You said yes to Ava Stone", scene.Grace.Modal!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("You said yes to Ava Stone", scene.Grace.Chat.Last.Text, StringComparison.Ordinal);
        Assert.Contains(scene.Grace.Id, scene.Ava.Home!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_messages_tab_publishes_nothing() => await WithSceneAsync(async scene =>
    {
        await scene.AfterAsync(scene.Ava.OpensHomeAsync("messages"));

        Assert.Null(scene.Ava.Home);
    });

    [Theory, InlineData("guest"), InlineData("single-channel guest"), InlineData("invited"), InlineData("hidden")]
    public Task A_guest_reads_at_home_what_guests_can_do(string kind) => WithSceneAsync(async scene =>
    {
        var guest = scene.Acme.AddPerson("Gus Guest", person =>
            (person.IsRestricted, person.IsUltraRestricted, person.IsInvited, person.IsHidden) =
                (kind == "guest", kind == "single-channel guest", kind == "invited", kind == "hidden"));

        await scene.AfterAsync(guest.OpensHomeAsync());

        Assert.Contains("tell your host", guest.Home!.ToString(), StringComparison.Ordinal);
        Assert.Empty(guest.Home.Buttons);
    });

    [Fact]
    public Task A_visitor_reads_at_home_where_they_are_at_home() => WithSceneAsync(async scene =>
    {
        var visitor = scene.Acme.AddPerson("Vera Visit", person => person.TeamId = "T99999999");

        await scene.AfterAsync(visitor.OpensHomeAsync());

        Assert.Contains("use me where you are at home", visitor.Home!.ToString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_home_changes_with_what_its_owner_is_to_the_workspace() => WithSceneAsync(async scene =>
    {
        var guest = scene.Acme.AddPerson("Gus Guest", person => person.IsRestricted = true);
        await scene.AfterAsync(guest.OpensHomeAsync());

        await scene.AfterAsync(guest.ChangesAsync(person => person.IsRestricted = false));
        await scene.BreatheAsync();
        Assert.Contains("Write an ask", guest.Home!.Buttons);

        await scene.AfterAsync(guest.BecomesGuestAsync());
        await scene.BreatheAsync();
        Assert.Empty(guest.Home.Buttons);
    });

    [Fact]
    public async Task A_home_nobody_opened_is_not_published() => await WithSceneAsync(async scene =>
    {
        await scene.GivesAsync(scene.Grace, "supply chain");

        Assert.Equal(0, scene.Slack.CountOf("views.publish"));
    });

    [Fact]
    public async Task Another_publication_in_between_is_drawn_anew() => await WithSceneAsync(async scene =>
    {
        await scene.AfterAsync(scene.Ava.OpensHomeAsync());
        scene.Slack.Faults.Refuse("views.publish", "hash_conflict");

        await scene.AfterAsync(scene.Ava.OpensHomeAsync());

        Assert.Equal(3, scene.Slack.CountOf("views.publish"));
        Assert.Equal("", scene.Slack.CallsOf("views.publish").Last()["hash"]);
    });

    [Fact]
    public async Task What_changes_while_a_home_is_published_is_on_it_in_the_end() => await WithSceneAsync(async scene =>
    {
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.AfterAsync(scene.Grace.OpensHomeAsync());
        var first = Read(scene.Grace.Home!);
        var (before, held) = (scene.Slack.CountOf("views.publish"), scene.Slack.Faults.Hold("views.publish"));
        await scene.Grace.OpensHomeAsync();
        await scene.Slack.UntilAsync(() => scene.Slack.CountOf("views.publish") == before + 1);
        await scene.Grace.TypesAsync("/intro", "pause");
        await scene.Ava.TypesAsync("/intro", "help");
        Assert.Equal(before + 1, scene.Slack.CountOf("views.publish"));

        held.SetResult();
        await scene.SettleAsync();
        var home = Read(scene.Grace.Home!);
        await scene.AfterAsync(scene.Grace.OpensHomeAsync());
        Assert.NotEqual(first, home);
        Assert.Equal(Read(scene.Grace.Home!), home);
    });

    [Fact]
    public async Task A_steward_finds_the_settings_at_home() => await WithSceneAsync(async scene =>
    {
        var steward = scene.Acme.AddPerson("Priya Rao", person => person.IsOwner = true);
        await scene.AfterAsync(steward.OpensHomeAsync());

        await scene.AfterAsync(steward.PressesAtHomeAsync("Settings"));

        Assert.Equal("Settings", steward.Modal!.Title);
    });

    /// <summary>A home as a person reads it: every publication names its blocks anew.</summary>
    private static string Read(FakeSlackView home) => Names().Replace(home.ToString(), "");

    [GeneratedRegex("\"block_id\":\"[^\"]*\"")]
    private static partial Regex Names();

    private static async Task WithSceneAsync(Func<SlackScene, Task> tell)
    {
        await using var scene = await SlackScene.OpenAsync();
        await tell(scene);
    }
}
