using IntroBot.Tests.Slack.Double.Actions;

namespace IntroBot.Tests.Slack.Double;

public sealed class FakeSlackPeopleTests : FakeSlackTests
{
    [Fact]
    public async Task A_person_is_shown_with_time_zone_and_on_request_with_language()
    {
        var user = (await OkAsync("users.info", ("user", Ava.Id)))["user"];
        var asked = (await OkAsync("users.info", ("user", Ava.Id), ("include_locale", "true")))["user"];

        Assert.Equal(
            ("Ava Stone", "Ava", "Europe/London", 0),
            (user!["profile"].Text("real_name"), user["profile"].Text("display_name"), user.Text("tz"), user.Number("tz_offset")));
        Assert.Null(user["locale"]);
        Assert.Equal("en-GB", asked.Text("locale"));
    }

    [Fact]
    public async Task Somebody_unknown_or_hidden_is_not_shown()
    {
        var guest = Acme.AddPerson("Gil Guest", person => person.IsHidden = true);

        Assert.Equal("user_not_found", await ErrorAsync("users.info", ("user", "U404")));
        Assert.Equal("user_not_visible", await ErrorAsync("users.info", ("user", guest.Id)));
        Assert.Equal("user_not_visible", await ErrorAsync("conversations.open", ("users", guest.Id)));
    }

    [Fact]
    public async Task The_list_comes_in_pages_and_leaves_out_people_of_elsewhere()
    {
        var stranger = Acme.AddPerson("Zoe Far", person => person.TeamId = "T404");
        var ids = new List<string>();
        for (var cursor = "-"; cursor.Length > 0;)
        {
            var page = await OkAsync("users.list", ("limit", "2"), ("cursor", cursor.Trim('-')));
            ids.AddRange(page.Objects("members").Select(member => member.Text("id")));
            cursor = page["response_metadata"].Text("next_cursor");
        }

        Assert.Equal(["USLACKBOT", Acme.Bot.Id, Ava.Id, Ben.Id], ids);
        Assert.DoesNotContain(stranger.Id, ids);
    }

    [Fact]
    public async Task The_same_people_have_one_conversation()
    {
        var (alone, pair) = (await OkAsync("conversations.open", ("users", Ava.Id)),
            await OkAsync("conversations.open", ("users", $"{Ava.Id},{Ben.Id}")));
        var again = await OkAsync("conversations.open", ("users", $"{Ben.Id},{Ava.Id}"));

        Assert.Equal(Ava.Chat.Id, alone["channel"].Text("id"));
        Assert.Equal(pair["channel"].Text("id"), again["channel"].Text("id"));
        Assert.True(again.Flag("already_open"));
        Assert.Equal([Ava, Ben, Acme.Bot], Acme.Conversation([Ava, Ben]).Members);
    }

    [Fact]
    public async Task Not_everybody_can_be_written_to()
    {
        var (gone, foreign) = (Acme.AddPerson("Gus Gone", person => person.IsDeleted = true),
            Acme.AddPerson("Zoe Far", person => person.TeamId = "T404"));
        var many = Enumerable.Range(0, 9).Select(number => Acme.AddPerson($"Person {number}").Id);

        Assert.Equal("user_not_found", await ErrorAsync("conversations.open", ("users", "U404")));
        Assert.Equal("user_disabled", await ErrorAsync("conversations.open", ("users", gone.Id)));
        Assert.Equal("invalid_user_combination", await ErrorAsync("conversations.open", ("users", foreign.Id)));
        Assert.Equal("invalid_user_combination", await ErrorAsync("conversations.open", ("users", $"{Ava.Id},{Acme.Bot.Id}")));
        Assert.Equal("too_many_users", await ErrorAsync("conversations.open", ("users", string.Join(',', many))));
        Assert.Equal("not_enough_users", await ErrorAsync("conversations.open", ("users", ",")));
        Assert.Equal("users_list_not_supplied", await ErrorAsync("conversations.open"));
    }

    [Fact]
    public async Task People_of_elsewhere_are_reached_by_a_shared_channel()
    {
        var foreign = Acme.AddPerson("Zoe Far", person => person.TeamId = "T404");
        Acme.AddChannel("shared", Ava, foreign, Acme.Bot).IsExtShared = true;

        await OkAsync("conversations.open", ("users", foreign.Id));
    }

    [Fact]
    public async Task A_group_needs_a_scope_of_its_own()
    {
        Acme.Tokens[^1].Scopes = ["im:write"];
        await OkAsync("conversations.open", ("users", Ava.Id));

        Assert.Equal("missing_scope", await ErrorAsync("conversations.open", ("users", $"{Ava.Id},{Ben.Id}")));
    }

    [Fact]
    public async Task A_channel_tells_what_it_is_and_who_is_in_it()
    {
        var channel = (await OkAsync("conversations.info", ("channel", General.Id), ("include_num_members", "true")))["channel"];
        var members = await OkAsync("conversations.members", ("channel", General.Id));

        Assert.Equal((false, true, 3), (channel.Flag("is_private"), channel.Flag("is_member"), channel.Number("num_members")));
        Assert.Equal([Ava.Id, Ben.Id, Acme.Bot.Id], ((JsonArray)members["members"]!).Select(id => id!.GetValue<string>()));
    }

    [Fact]
    public async Task A_private_channel_without_the_app_is_not_there()
    {
        var secret = Acme.AddPrivateChannel("secret", Ava, Ben);

        Assert.Equal("channel_not_found", await ErrorAsync("conversations.info", ("channel", secret.Id)));
        Assert.Equal("channel_not_found", await ErrorAsync("conversations.members", ("channel", secret.Id)));
    }

    [Fact]
    public async Task A_workspace_sees_nothing_of_another()
    {
        var globex = Slack.AddWorkspace("Globex");
        await PostedAsync(General, "ours");
        await OkAsync("views.publish", ("user_id", Ava.Id), ("view", HomeView()));
        var typed = await Ava.TypesAsync("/intro");

        Assert.Equal(globex.Id, (await CallWithAsync(globex.Token, "auth.test")).Text("team_id"));
        Assert.Equal("user_not_found", await GlobexErrorAsync("users.info", ("user", Ava.Id)));
        Assert.Equal("channel_not_found", await GlobexErrorAsync("chat.postMessage", ("channel", General.Id), ("text", "x")));
        Assert.Equal(
            "channel_not_found", await GlobexErrorAsync("chat.update", ("channel", General.Id), ("ts", General.Last.Ts), ("text", "x")));
        Assert.Equal("user_not_found", await GlobexErrorAsync("views.publish", ("user_id", Ava.Id), ("view", HomeView())));
        Assert.Equal(
            "not_found", await GlobexErrorAsync("views.update", ("view_id", Ava.Home!.Id), ("view", Modal("Theirs").ToJsonString())));
        Assert.Equal(
            "invalid_trigger_id",
            await GlobexErrorAsync("views.open", ("trigger_id", typed.TriggerId), ("view", Modal("Form").ToJsonString())));

        async Task<string> GlobexErrorAsync(string method, params (string, string)[] fields) =>
            (await CallWithAsync(globex.Token, method, fields)).Text("error");
    }
}
