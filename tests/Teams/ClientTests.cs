using IntroBot.Coaching;
using IntroBot.Tests.Coaching;
using IntroBot.Tests.EndToEnd;
using IntroBot.Tests.Operations;
using IntroBot.Tests.Storage;

namespace IntroBot.Tests.Teams;

/// <summary>The running program in Microsoft's own client, with two people in front of two windows.</summary>
public sealed class ClientTests(Chromium chromium)
{
    [Fact]
    public async Task An_ask_finds_its_giver_and_every_card_is_drawn_without_a_word_of_warning()
    {
        using var folder = new TemporaryFolder();
        await using var teams = await FakeTeams.StartAsync();
        await using var gateway = await ClientGateway.StartAsync(teams);
        var acme = teams.AddTenant("Acme");
        var (ava, grace) = (acme.AddPerson("Ava Stone", person => person.TimeZone = Noon.Zone), acme.AddPerson("Grace Okafor", person => person.TimeZone = Noon.Zone));
        await using var program = await RunningProgram.StartedAsync(
            folder.Path,
            ("Storage__SqlitePath", folder.File("introbot.db")),
            ("Teams__AppId", teams.App.Id),
            ("Teams__TenantId", acme.Id),
            ("Teams__ClientSecret", teams.App.Secret),
            ("Teams__Issuer", FakeTeamsKeys.Issuer),
            ("Teams__OpenIdMetadata", $"{teams.Keys.Metadata}"),
            ("Teams__TokenEndpoint", $"{teams.Address}{acme.Id}/oauth2/v2.0/token"));
        teams.App.Endpoint = new Uri(program.Address, "/api/messages");

        var browser = await chromium.OpenAsync();
        await using var avas = await ClientWindow.OpenAsync(browser, ava, gateway);
        await using var graces = await ClientWindow.OpenAsync(browser, grace, gateway);
        await graces.SeesAsync("You have not offered to help yet");
        await graces.PictureAsync("welcome");
        await graces.SaysAsync("give");
        await graces.SeesAsync("What do you know about?");
        await graces.PictureAsync("give-form");
        await graces.FillsAsync("What do you know about?", "supply chain");
        await graces.PressesAsync("I am happy to be asked");
        await graces.SeesAsync("Thank you, Grace");
        await graces.PictureAsync("give-done");

        await avas.PressesAsync("Write an ask");
        await avas.SeesAsync("Who would you like to meet?");
        await avas.PressesAsync("Next: your note");
        await avas.PictureAsync("ask-form-stopped");
        foreach (var field in AskTemplate.Fields.Where(each => each.Id is not (AskTemplate.Note or AskTemplate.Promises or AskTemplate.Deadline or AskTemplate.DeadlineReason or AskTemplate.AlreadyTried)))
        {
            if (field.Id == AskTemplate.PurposeId) await avas.ChoosesAsync(field.Label, "Advice");
            else await avas.FillsAsync(field.Label, field.Read(Asks.Good));
        }

        await avas.PictureAsync("ask-form");
        await File.WriteAllTextAsync("/tmp/aria.txt", await avas.Page.Locator("body").AriaSnapshotAsync());
        await avas.PressesAsync("Next: your note");
        await avas.SeesAsync("Drafted from your answers");
        await avas.PictureAsync("ask-note");
        await avas.Page.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).Last.CheckAsync();
        await avas.PressesAsync("Send it");
        await avas.SeesAsync("Your ask is on its way");
        await avas.PictureAsync("ask-sent");

        await graces.SeesAsync("Could you help Ava Stone?");
        await graces.PictureAsync("offer");
        await graces.PressesAsync("Yes, connect us");
        await graces.SeesAsync("You said yes to Ava Stone");
        await avas.SeesAsync("Grace Okafor said yes");
        await graces.SeesAsync("Ava Stone will write to you");
        await graces.PictureAsync("offer-answered");
        await avas.PictureAsync("said-yes");
        Console.WriteLine(program.Output + string.Join('\n', graces.Complaints));
    }
}
