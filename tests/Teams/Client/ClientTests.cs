using IntroBot.Coaching;
using IntroBot.Teams.Inbound;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.EndToEnd;

namespace IntroBot.Tests.Teams.Client;

/// <summary>What people see in Microsoft's own client; pictures of it are kept among the output of the tests.</summary>
public sealed class ClientTests(Chromium chromium)
{
    [Fact]
    public async Task An_ask_finds_its_giver_in_two_windows_and_every_card_is_drawn_without_a_complaint()
    {
        await using var scene = await ClientScene.OpenAsync(chromium);
        var (ava, grace) = (scene.Ava, scene.Grace);
        await GivesAsync(scene);
        await ava.PressesAsync("Write an ask");
        await ava.SeesAsync("Who would you like to meet?");
        await IsStoppedAsync(scene, "adaptiveCard/action");
        await FillInAsync(ava);
        await ava.PictureAsync("ask");
        await ava.PressesAsync("Next: your note");
        await ava.SeesAsync("Drafted from your answers");
        await ava.PictureAsync("note");
        await ava.TicksAsync();
        await ava.PressesAsync("Send it");
        await ava.SeesAsync("Your ask is on its way");

        await grace.SeesAsync("Could you help Ava Stone?");
        await grace.PictureAsync("offer");
        await grace.PressesAsync("Yes, connect us");
        await grace.SeesAsync("Ava Stone will write to you");
        await grace.SeesAsync("You said yes to Ava Stone");
        await grace.PictureAsync("offer-answered");
        await ava.SeesAsync("Grace Okafor said yes");
        await ava.PictureAsync("said-yes");
        Assert.Equal(0, await grace.CountAsync("Yes, connect us"));
        Assert.Equal(1, await ava.CountAsync("Write to Grace Okafor"));

        await scene.PassThreeDaysAsync();
        await ava.PressesAsync("We met");
        await ava.SeesAsync("Thank you for telling");
        await ava.SeesAsync("Two honest sentences are plenty");
        await ava.PictureAsync("thanks");
        await ava.SendsAsync(
            "Your thanks", "Thank you, Grace. That saved us a month.",
            "Send thanks", "A little more, please", "Grace will read your thanks");
        await ava.SeesAsync("You told how it went with Grace");
        await ava.PictureAsync("circle-closed");
        await grace.SeesAsync("That saved us a month");

        await ava.FollowsAsync("Write to Grace Okafor");
        Assert.Equal("/l/chat/0/0", (await ava.LeftFor.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Timeout))).AbsolutePath);
        await HasNothingToComplainOfAsync(scene);
    }

    [Fact]
    public async Task The_ask_opens_as_a_dialog_in_which_the_client_stops_what_is_missing()
    {
        await using var scene = await ClientScene.OpenAsync(chromium);
        var (ava, grace) = (scene.Ava, scene.Grace);

        // This client empties an open dialog when a message arrives in the chat behind it, as it would if nobody gave yet.
        await GivesAsync(scene);
        await ava.OpensDialogAsync(TeamsDialogs.Command);
        await ava.SeesAsync("Who would you like to meet?");
        await ava.PictureAsync("dialog");
        await IsStoppedAsync(scene, "composeExtension/submitAction");
        await ava.PictureAsync("dialog-stopped");

        await FillInAsync(ava);
        await ava.FillsAsync("Topics", "one, two, three, four");
        await ava.PressesAsync("Next: your note");
        await ava.SeesAsync("Three topics at most");
        await ava.PictureAsync("dialog-mended");
        await ava.FillsAsync("Topics", "supply chain");
        await ava.PressesAsync("Next: your note");
        await ava.SeesAsync("Drafted from your answers");
        await ava.TicksAsync();
        await ava.PressesAsync("Send it");

        await ava.SeesAsync("I ask one willing person at a time");
        await ava.PictureAsync("dialog-sent");
        await grace.SeesAsync("Could you help Ava Stone?");
        await HasNothingToComplainOfAsync(scene);
    }

    private static async Task GivesAsync(ClientScene scene)
    {
        var grace = scene.Grace;
        await grace.SeesAsync("You have not offered to help yet");
        await grace.PictureAsync("welcome");
        await grace.SaysAsync("give");
        await grace.FillsAsync("What do you know about?", "supply chain");
        await grace.PictureAsync("give");
        await grace.PressesAsync("I am happy to be asked");
        await grace.SeesAsync("Thank you, Grace");
    }

    /// <summary>The client says what is missing in an empty ask, and tells the bot nothing.</summary>
    private static async Task IsStoppedAsync(ClientScene scene, string wayIn)
    {
        var told = scene.Gateway.Told(wayIn);
        await scene.Ava.PressesAsync("Next: your note");
        await scene.Ava.SeesAsync("A little more, please: at least 40 characters.");
        Assert.Equal(told, scene.Gateway.Told(wayIn));
    }

    private static async Task HasNothingToComplainOfAsync(ClientScene scene)
    {
        Assert.Empty(await scene.Ava.ComplaintsAsync());
        Assert.Empty(await scene.Grace.ComplaintsAsync());
        Assert.Empty(scene.Gateway.Refusals);
    }

    private static async Task FillInAsync(ClientWindow window)
    {
        await window.ChoosesAsync(AskTemplate.Field(AskTemplate.PurposeId).Label, "Advice");
        string[] typed =
        [
            AskTemplate.Who,
            AskTemplate.Topics,
            AskTemplate.WhyThem,
            AskTemplate.SmallStep,
            AskTemplate.AboutYou,
            AskTemplate.InReturn,
            AskTemplate.AlreadyTried,
        ];
        foreach (var field in typed.Select(AskTemplate.Field)) await window.FillsAsync(field.Label, field.Read(Asks.Good));
    }
}
