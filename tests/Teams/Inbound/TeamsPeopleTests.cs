using IntroBot.Teams;
using IntroBot.Teams.Connector;
using IntroBot.Tests.Teams.Double;
using IntroBot.Tests.Teams.Scenes;

namespace IntroBot.Tests.Teams.Inbound;

/// <summary>What Teams tells about people is learned, and those who are not at home here hear it kindly.</summary>
public sealed class TeamsPeopleTests
{
    [Fact]
    public async Task Name_clock_and_language_are_learned_and_follow_what_changes()
    {
        await using var scene = await TeamsScene.OpenAsync();
        Assert.Equal(("Ava Stone", "Europe/Berlin", "en"), await KnownAsync(scene, scene.Ava));

        (scene.Ava.TimeZone, scene.Ava.Locale) = ("America/Lima", "es-PE");
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        Assert.Equal(("Ava Stone", "America/Lima", "es"), await KnownAsync(scene, scene.Ava));

        scene.Ava.Name = "Ava Rivers";
        await scene.PassAsync(TimeSpan.FromHours(25));
        await scene.AfterAsync(scene.Ava.SaysAsync("help"));
        Assert.Equal("Ava Rivers", (await KnownAsync(scene, scene.Ava)).Name);
    }

    [Theory]
    [InlineData("Mars/Olympus"), InlineData(""), InlineData(null), InlineData("../../etc/passwd"), InlineData("Europe/Berlin\0")]
    public async Task A_zone_nobody_has_heard_of_reads_as_UTC(string? zone)
    {
        await using var scene = await TeamsScene.OpenAsync();

        var noor = await scene.WelcomesAsync("Noor Haddad", person => person.TimeZone = zone);

        Assert.Equal("UTC", (await KnownAsync(scene, noor)).Zone);
        Assert.NotEmpty(noor.Chat.Messages);
    }

    [Fact]
    public async Task A_zone_that_stands_beside_the_words_only_is_read_there()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var said = scene.Ava.Activity("message", scene.Ava.Chat);
        (said["text"], said["localTimezone"], said["entities"]![0]!["timezone"]) = ("help", null, "Asia/Tokyo");

        await scene.AfterAsync(scene.Ava.TellsAsync(said));

        Assert.Equal("Asia/Tokyo", (await KnownAsync(scene, scene.Ava)).Zone);
    }

    [Theory, InlineData("x"), InlineData(""), InlineData(null), InlineData("a👩"), InlineData("12")]
    public async Task A_language_nobody_has_heard_of_reads_as_English(string? locale)
    {
        await using var scene = await TeamsScene.OpenAsync();

        var noor = await scene.WelcomesAsync("Noor Haddad", person => person.Locale = locale);

        Assert.Equal("en", (await KnownAsync(scene, noor)).Language);
    }

    [Fact]
    public async Task A_giver_is_asked_in_their_waking_hours()
    {
        await using var scene = await TeamsScene.OpenAsync();
        scene.Grace.TimeZone = "America/Los_Angeles";
        await scene.GivesAsync(scene.Grace, "supply chain");

        await scene.AsksAsync(scene.Ava);
        Assert.DoesNotContain(scene.Grace.Chat.Messages, message => message.Summary.StartsWith("Could you", StringComparison.Ordinal));
        await scene.PassAsync(TimeSpan.FromHours(7));

        Assert.StartsWith("Could you help Ava Stone?", scene.Grace.Chat.Last.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest", "This is for full members"), InlineData("anonymous", "This is for full members"),
        InlineData("Guest", "This is for full members"), InlineData("user", "This is between people of one workspace")]
    public async Task Whoever_is_not_at_home_here_hears_kindly_what_they_can_do(string role, string words)
    {
        await using var scene = await TeamsScene.OpenAsync();
        var visitor = await scene.WelcomesAsync(
            "Gus Guest", person => (person.Role, person.HomeTenant) = (role, Guid.NewGuid().ToString("D")));
        Assert.StartsWith(words, Assert.Single(visitor.Chat.Messages).Summary, StringComparison.Ordinal);

        await scene.AfterAsync(visitor.SaysAsync("give"));
        Assert.Equal(2, visitor.Chat.Messages.Count);
        Assert.StartsWith(words, visitor.Chat.Last.Summary, StringComparison.Ordinal);
        await scene.AfterAsync(visitor.OpensDialogAsync());
        Assert.StartsWith(words, visitor.Words[^1], StringComparison.Ordinal);
        Assert.Contains("they can ask me", visitor.Words[^1], StringComparison.Ordinal);
        Assert.Null(visitor.Dialog);

        var crew = scene.Acme.AddChannel("Crew", scene.Ava, visitor);
        await scene.Ava.AddsBotToAsync(crew);
        await scene.AfterAsync(visitor.MentionsAsync(crew, "give"));
        Assert.StartsWith(words, Assert.Single(visitor.Private).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guest", "sam@acme.example"), InlineData("GUEST", null), InlineData("Anonymous", null)]
    [InlineData(null, "sam_other.com#EXT#@acme.onmicrosoft.com"), InlineData("user", "sam_other.com#ext#@acme.onmicrosoft.com")]
    public void A_guest_is_known_by_the_role_in_any_case_and_by_the_sign_in_name(string? role, string? name)
    {
        var member = new TeamsMember { Id = "29:1", UserRole = role, UserPrincipalName = name };

        Assert.Equal(MemberKind.Guest, TeamsProfile.Of(member, "id", "tenant", null, null, default).Kind);
    }

    [Fact]
    public async Task A_guest_who_becomes_a_member_gets_the_home_of_one()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var sam = await scene.WelcomesAsync("Sam Other", person => person.Role = "Guest");

        sam.Role = "user";
        await scene.PassAsync(TimeSpan.FromHours(25));
        await scene.AfterAsync(sam.SaysAsync("help"));
        await scene.AfterAsync(sam.SaysAsync("help"));
        await scene.BreatheAsync();

        Assert.StartsWith("Ask for an introduction", sam.Chat.Messages[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stands_in_no_directory_hears_it_kindly()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var crew = scene.Acme.AddChannel("Crew", scene.Ava, scene.Grace);
        await scene.Ava.AddsBotToAsync(crew);
        foreach (var change in (Action<JsonObject>[])[from => from.Remove("aadObjectId"), from => from["aadObjectId"] = "no guid"])
        {
            var said = scene.Ava.Activity("message", crew);
            said["text"] = "give";
            change((JsonObject)said["from"]!);
            await scene.AfterAsync(scene.Ava.TellsAsync(said));
        }

        Assert.Equal(2, scene.Ava.Private.Count());
        Assert.All(scene.Ava.Private, message => Assert.StartsWith("This is for full members", message.Summary, StringComparison.Ordinal));
        Assert.Empty(scene.Log.Errors);
    }

    [Fact]
    public async Task A_bot_is_never_answered()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var before = await scene.SnapshotAsync();
        var echo = scene.Ava.Activity("message", scene.Ava.Chat);
        (echo["text"], echo["from"]) = ("help", new JsonObject { ["id"] = scene.Teams.App.Account, ["name"] = "IntroBot" });

        await scene.AfterAsync(scene.Ava.TellsAsync(echo));

        Assert.Equal(before, await scene.SnapshotAsync());
    }

    [Fact]
    public async Task Somebody_whom_Teams_does_not_tell_about_just_now_is_asked_to_come_again()
    {
        await using var scene = await TeamsScene.OpenAsync();
        var noor = scene.Acme.AddPerson("Noor Haddad");
        noor.Chat.HasBot = true;
        scene.Teams.Faults.Refuse("GET", 503, "ServiceUnavailable", times: 2);

        await scene.AfterAsync(noor.SaysAsync("help"));
        Assert.StartsWith("One moment, please", noor.Chat.Last.Summary, StringComparison.Ordinal);
        await scene.AfterAsync(noor.OpensDialogAsync());
        Assert.StartsWith("One moment, please", noor.Words[^1], StringComparison.Ordinal);

        await scene.AfterAsync(noor.SaysAsync("help"));
        Assert.StartsWith("I bring people together", noor.Chat.Last.Summary, StringComparison.Ordinal);
    }

    private static async Task<(string Name, string Zone, string Language)> KnownAsync(TeamsScene scene, FakeTeamsPerson who) =>
        await scene.The<TeamsPeople>().RecallAsync(new TeamsUserRef(scene.Acme.Id, who.Id), CancellationToken.None) is { } known
            ? (known.Name, known.TimeZone, known.Language)
            : default;
}
