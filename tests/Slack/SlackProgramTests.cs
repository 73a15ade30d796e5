using IntroBot.Stewards;
using IntroBot.Tests.Slack.Double;
using IntroBot.Tests.Slack.Double.Actions;
using IntroBot.Tests.Slack.Install;
using IntroBot.Tests.Slack.Scenes;

namespace IntroBot.Tests.Slack;

/// <summary>What other suites prove in process and by a clock that stands still holds for the running program too.</summary>
public abstract class SlackProgramTests(IReadOnlyList<string> program)
{
    [Fact]
    public async Task Chat_mention_shortcut_and_home_are_all_ways_in()
    {
        await using var scene = await SlackProgram.StartAsync(program, ByToken);
        var (ava, slack) = (scene.Ava, scene.Slack);
        var general = scene.Acme.AddChannel("general", ava, scene.Acme.Bot);

        await ava.SaysAsync("I would love to meet someone who has run a supply chain at Nike");
        await slack.UntilAsync(() => ava.Chat.Last.Author == scene.Acme.Bot);
        await ava.PressesAsync("Yes, start");
        await slack.UntilAsync(() => ava.Chat.Last.ToString().Contains("2 of 10", StringComparison.Ordinal));
        Assert.Contains("2 of 10", ava.Chat.Last.ToString(), StringComparison.Ordinal);

        await ava.MentionsAsync(general, "help");
        await slack.UntilAsync(() => ava.Ephemerals.Count > 0);
        Assert.Contains("I bring people together, gently", ava.Ephemerals[^1].ToString(), StringComparison.Ordinal);

        await ava.UsesShortcutAsync("ask");
        await slack.UntilAsync(() => ava.Modal is not null);
        await ava.ClosesAllAsync();

        await ava.OpensHomeAsync();
        await slack.UntilAsync(() => ava.Home is not null);
        await ava.PressesAtHomeAsync("Offer to help");
        await slack.UntilAsync(() => ava.Modal is not null);
        Assert.Equal("give", ava.Modal!.CallbackId);
    }

    [Fact]
    public async Task Offers_in_the_givers_channel_are_for_their_giver_alone()
    {
        await using var scene = await SlackProgram.StartAsync(program, ByToken);
        var (ava, grace, slack) = (scene.Ava, scene.Grace, scene.Slack);
        var givers = scene.Acme.AddChannel("givers", ava, grace, scene.Acme.Bot);
        await ava.TypesAsync("/intro", "settings");
        await slack.UntilAsync(() => ava.Modal is not null);
        await ava.SubmitsAsync((SettingsForms.Offers, SettingsForms.InChannel), (SettingsForms.Channel, givers.Id));
        await ava.ClosesAllAsync();
        await scene.GivesAsync(grace, "supply chain");
        await ava.TypesAsync("/intro");
        await scene.SendsAskAsync(ava, "supply chain");
        await slack.UntilAsync(() => givers.Messages.Count > 0);

        await ava.PressesAsync("Yes, connect us", givers.Last);
        await slack.UntilAsync(() => ava.Ephemerals.Count > 0);
        Assert.StartsWith("This one is for somebody else", ava.Ephemerals[^1].Text, StringComparison.Ordinal);
        await grace.PressesAsync("Yes, connect us", givers.Last);
        await slack.UntilAsync(() => !givers.Last.Buttons.Any() && scene.Acme.Conversation([ava, grace]).Messages.Count > 0);
    }

    [Fact]
    public async Task A_workspace_installs_by_OAuth_works_and_is_forgotten_when_it_takes_the_app_out()
    {
        await using var scene = await SlackProgram.StartAsync(
            program, (app, _) =>
            [
                ("Slack__SigningSecret", app.SigningSecret),
                ("Slack__ClientId", app.ClientId),
                ("Slack__ClientSecret", app.ClientSecret),
            ], installed: false);
        scene.Slack.App.RedirectUrls.Add(new Uri(scene.Address, "/slack/oauth_redirect"));
        using var browser = new InstallBrowser(scene.Address);
        var begun = await browser.GetAsync(new Uri(scene.Address, "/slack/install"));
        await browser.LookAtAsync(begun.Location!);
        var end = await browser.GetAsync(scene.Slack.Consents[^1].Allow(scene.Ava));
        Assert.Contains("IntroBot is at home in Acme", end.Page, StringComparison.Ordinal);
        await scene.Slack.UntilAsync(() => scene.Ava.Chat.Messages.Count > 0);

        await scene.KillAsync();
        await scene.StartAgainAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.Acme.UninstallsAsync();
        var answer = await scene.Grace.TypesAsync("/intro", "help");
        Assert.Contains("I am not at home here yet", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_firewall_the_same_stories_come_by_a_socket()
    {
        await using var scene = await SlackProgram.StartAsync(program, (app, acme) =>
        {
            app.SocketMode = true;
            return [("Slack__AppToken", app.AppToken), ("Slack__BotToken", acme.Token)];
        });
        await scene.Slack.Sockets.ConnectedAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");
        await scene.Ava.TypesAsync("/intro");
        await scene.SendsAskAsync(scene.Ava, "supply chain");
        await scene.Slack.UntilAsync(() => scene.Grace.Chat.Messages.Count > 0);
        await scene.Grace.PressesAsync("Yes, connect us");
        await scene.Slack.UntilAsync(() => scene.Acme.Conversation([scene.Ava, scene.Grace]).Messages.Count > 0);
    }

    private static (string Name, string Value)[] ByToken(FakeSlackApp app, FakeSlackWorkspace acme) =>
        [("Slack__SigningSecret", app.SigningSecret), ("Slack__BotToken", acme.Token)];
}

/// <summary>The program as it is built.</summary>
public sealed class BuiltSlackProgramTests() : SlackProgramTests(Operations.Scenes.RunningProgram.Built);
