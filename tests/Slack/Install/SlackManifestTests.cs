using IntroBot.Conversation;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.Install;
using YamlDotNet.Serialization;

namespace IntroBot.Tests.Slack.Install;

/// <summary>
/// The manifests ask for what the program uses, in the bounds of <see href="https://docs.slack.dev/reference/app-manifest"/>.
/// </summary>
public sealed class SlackManifestTests
{
    private const string Host = "https://introbot.example.com";

    /// <summary>Messages are subscribed to by the kind of conversation; the others go by the name they come under.</summary>
    private static IEnumerable<string> Subscriptions =>
        SlackEvents.Heard.Select(type => type == SlackEvents.Message ? "message.im" : type).Order(StringComparer.Ordinal);

    public static TheoryData<string> Files => ["manifest.yaml", "socket-mode.yaml"];

    [Theory, MemberData(nameof(Files))]
    public void It_asks_for_the_scopes_the_program_asks_for_each_with_a_reason(string file)
    {
        Assert.Equal(SlackScopes.Bot, Texts(Read(file)["oauth_config"]!["scopes"]!["bot"]));
        Assert.Equal(["scopes"], Read(file)["oauth_config"]!.AsObject().Select(entry => entry.Key).Except(["redirect_urls"]));
        Assert.All(SlackScopes.Bot, scope => Assert.Contains($"- {scope} # ", Text(file), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Files))]
    public void It_subscribes_to_the_events_the_program_hears(string file) =>
        Assert.Equal(Subscriptions, Texts(Read(file)["settings"]!["event_subscriptions"]!["bot_events"]).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Files))]
    public void It_lets_people_write_to_the_bot_and_open_its_home(string file)
    {
        var home = Read(file)["features"]!["app_home"];

        Assert.Equal(
            ("true", "true", "false"),
            (home.Text("home_tab_enabled"), home.Text("messages_tab_enabled"), home.Text("messages_tab_read_only_enabled")));
    }

    [Theory, MemberData(nameof(Files))]
    public void It_keeps_to_the_bounds_of_Slack(string file)
    {
        var (shown, features) = (Read(file)["display_information"], Read(file)["features"]);
        var (command, shortcut) = (Assert.Single(features!["slash_commands"]!.AsArray()), Assert.Single(features["shortcuts"]!.AsArray()));

        Assert.InRange(shown.Text("name").Length, 1, 35);
        Assert.InRange(shown.Text("description").Length, 1, 140);
        Assert.InRange(shown.Text("long_description").Length, 174, 4000);
        Assert.Matches("^#[0-9a-f]{6}$", shown.Text("background_color"));
        Assert.Matches("^[a-z0-9._-]{1,80}$", features["bot_user"].Text("display_name"));
        Assert.Equal(("/intro", "true"), (command.Text("command"), command.Text("should_escape")));
        Assert.InRange(command.Text("description").Length, 1, 2000);
        Assert.InRange(command.Text("usage_hint").Length, 1, 1000);
        Assert.Equal(
            $"[{string.Join(" | ", CommandTable.In(CommandList.SlackHint).Select(row => row.Example))}]", command.Text("usage_hint"));
        Assert.Equal(("global", "ask"), (shortcut.Text("type"), shortcut.Text("callback_id")));
        Assert.InRange(shortcut.Text("name").Length, 1, 24);
        Assert.InRange(shortcut.Text("description").Length, 1, 150);
    }

    [Theory, MemberData(nameof(Files))]
    public void It_turns_on_what_the_program_can_do_and_nothing_that_cannot_be_undone(string file)
    {
        var settings = Read(file)["settings"];

        Assert.Equal("true", settings!["interactivity"].Text("is_enabled"));
        Assert.Equal(("false", "false"), (settings.Text("org_deploy_enabled"), settings.Text("token_rotation_enabled")));
        Assert.Equal(file == "socket-mode.yaml" ? "true" : "false", settings.Text("socket_mode_enabled"));
    }

    [Fact]
    public void Every_address_is_one_the_program_answers_at()
    {
        var manifest = Read("manifest.yaml");
        var settings = manifest["settings"]!;
        string[] addresses =
        [
            manifest["features"]!["slash_commands"]![0].Text("url"), settings["event_subscriptions"].Text("request_url"),
            settings["interactivity"].Text("request_url"), settings["interactivity"].Text("message_menu_options_url"),
        ];

        Assert.All(addresses, address => Assert.Equal($"{Host}{SlackEndpoint.Path}", address));
        Assert.Equal([$"{Host}{InstallEndpoints.RedirectPath}"], Texts(manifest["oauth_config"]!["redirect_urls"]));
    }

    [Fact]
    public void Socket_Mode_is_the_same_app_without_addresses()
    {
        Assert.DoesNotContain("http", Read("socket-mode.yaml").ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Stripped(Read("manifest.yaml")), Stripped(Read("socket-mode.yaml")));
    }

    private static string Stripped(JsonObject manifest)
    {
        manifest["features"]!["slash_commands"]![0]!.AsObject().Remove("url");
        manifest["oauth_config"]!.AsObject().Remove("redirect_urls");
        manifest["settings"]!.AsObject().Remove("socket_mode_enabled");
        manifest["settings"]!["event_subscriptions"]!.AsObject().Remove("request_url");
        manifest["settings"]!["interactivity"]!.AsObject().Remove("request_url");
        manifest["settings"]!["interactivity"]!.AsObject().Remove("message_menu_options_url");
        return manifest.ToJsonString();
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(each => each!.GetValue<string>());

    private static JsonObject Read(string file)
    {
        var yaml = new DeserializerBuilder().Build().Deserialize<object>(Text(file));
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!.AsObject();
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, "manifest", "slack", file));
}
