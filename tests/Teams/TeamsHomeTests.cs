using IntroBot.Coaching;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams;

/// <summary>The home at the top of everybody's chat: asks, offers, profile, and the same actions as buttons.</summary>
public sealed class TeamsHomeTests
{
    [Fact]
    public async Task The_home_follows_what_happens_without_a_new_message()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var home = scene.Grace.Chat.Messages[0];
        Assert.Equal(["Write an ask", "Offer to help"], home.Buttons);

        await scene.GivesAsync(scene.Grace, "supply chain");
        Assert.Contains("supply chain", home.ToString(), StringComparison.Ordinal);
        await scene.AsksAsync(scene.Ava);
        Assert.Contains("Yes, connect us", home.Buttons);
        await scene.AfterAsync(scene.Grace.PressesAsync("Yes, connect us", home));
        await scene.BreatheAsync();

        Assert.DoesNotContain("Yes, connect us", home.Buttons);
        Assert.Contains("Write an ask", home.Buttons);
        Assert.Contains("You said yes to Ava Stone", scene.Grace.Words[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_at_home_stands_below_it_where_no_change_of_the_home_takes_it_away()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var home = scene.Grace.Chat.Messages[0];

        await scene.AfterAsync(scene.Grace.PressesAsync("Offer to help", home));

        Assert.Null(scene.Grace.Shown);
        Assert.NotSame(home, scene.Grace.Chat.Last);
        Assert.Contains("What do you know about?", scene.Grace.Chat.Last.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("What do you know about?", home.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_keeps_still_while_a_form_of_the_chat_is_filled_in()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var home = scene.Ava.Chat.Messages[0];
        var before = home.Changes;

        await scene.AfterAsync(scene.Ava.PressesAsync("Write an ask", home));
        await scene.BreatheAsync();
        await scene.AfterAsync(scene.Ava.PressesAsync("Next: your note", null, [.. TeamsScene.Answers]));
        await scene.BreatheAsync();
        Assert.Equal(before, home.Changes);

        await scene.AfterAsync(scene.Ava.PressesShownAsync(
            "Send it anyway", (AskTemplate.Promises, FormAnswers.Ticked)));
        await scene.BreatheAsync();
        Assert.Contains("I am looking for the right person", home.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_by_its_name_it_stands_at_the_end_of_the_chat_and_nowhere_else()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var above = scene.Grace.Chat.Messages[0];
        await scene.GivesAsync(scene.Grace, "supply chain");

        await scene.AfterAsync(scene.Grace.SaysAsync("Home"));

        Assert.DoesNotContain(above, scene.Grace.Chat.Messages);
        Assert.Contains("supply chain", scene.Grace.Chat.Last.ToString(), StringComparison.Ordinal);
        await scene.AfterAsync(scene.Grace.PressesAsync("Pause for 2 weeks", scene.Grace.Chat.Last));
        await scene.BreatheAsync();
        Assert.Contains(
            scene.Grace.Chat.Messages,
            message => message.Buttons.Contains("Write an ask") && message.ToString().Contains("Paused until", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_instances_that_hear_of_somebody_at_once_welcome_them_once()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var first = scene.Teams.App.Endpoint;
        await scene.StartAnotherAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        var news = noor.InstallNews();

        await noor.TellsAsync(news[0]);
        scene.Teams.App.Endpoint = first;
        await noor.TellsAsync(news[1]);
        await scene.SettleAsync();
        await scene.BreatheAsync();

        Assert.Single(noor.Chat.Messages);
    }

    [Fact]
    public async Task What_became_of_a_form_takes_its_place_for_good()
    {
        await using var scene = await TeamsScene.OpenAsync();
        await scene.GivesAsync(scene.Grace, "supply chain");

        var form = scene.Grace.Chat.Last;
        Assert.Contains("Thank you, Grace", FakeTeamsCards.Words(scene.Grace.Shown), StringComparison.Ordinal);
        Assert.StartsWith("Thank you, Grace", form.Summary, StringComparison.Ordinal);
        Assert.Empty(FakeTeamsCards.Inputs(form.Card));
    }
}
