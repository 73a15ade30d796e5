using System.Diagnostics;
using System.IO.Compression;
using IntroBot.Conversation;
using IntroBot.Teams.Inbound;

namespace IntroBot.Tests.Teams.Manifest;

/// <summary>The manifest promises what the program does, in the bounds of Microsoft's schema, and packs into what Teams takes.</summary>
public sealed class TeamsManifestTests(ManifestValidator validator) : IClassFixture<ManifestValidator>, IDisposable
{
    private const string AppId = "3f3d1cea-7a18-41af-872b-cfbbd5140984";

    private static readonly string Source = Path.Combine(Repository.Root, "manifest", "teams");
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task It_keeps_to_Microsofts_schema()
    {
        Assert.Empty(await validator.FaultsAsync(Text()));
        Assert.NotEmpty(await validator.FaultsAsync(Text().Replace("\"groupChat\"", "\"groupchat\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_comes_to_people_teams_and_group_chats_and_may_be_spoken_to_privately()
    {
        var bot = Assert.Single(Manifest()["bots"]!.AsArray());

        Assert.Equal(["personal", "team", "groupChat"], Texts(bot!["scopes"]));
        Assert.True(bot["supportsTargetedMessages"]!.GetValue<bool>());
        Assert.Equal(["identity", "messageTeamMembers"], Texts(Manifest()["permissions"]));
    }

    [Fact]
    public void Its_personal_commands_are_those_of_the_command_table() => Assert.Equal(
        CommandTable.In(CommandList.TeamsMenu).Select(row => (Title(row), Sentence(row.HelpLine))),
        Commands("personal").Select(command => (command.Text("title"), command.Text("description"))));

    [Fact]
    public void Where_others_read_along_it_lists_the_bots_own_word_and_help() =>
        Assert.Equal([CommandTable.BotWord, "help"], Commands("team").Select(command => command.Text("title")));

    [Fact]
    public void Where_others_read_along_commands_come_by_mention_and_by_slash()
    {
        var lists = CommandLists(Manifest()).Where(list => !Texts(list!["scopes"]).Contains("personal"));

        Assert.Equal(["mention", "slash"], Texts(Assert.Single(lists)!["triggers"]));
    }

    [Fact]
    public void The_dialog_is_the_one_the_program_opens()
    {
        var command = Assert.Single(Assert.Single(Manifest()["composeExtensions"]!.AsArray())!["commands"]!.AsArray());

        Assert.Equal((TeamsDialogs.Command, "action"), (command.Text("id"), command.Text("type")));
        Assert.True(command!["fetchTask"]!.GetValue<bool>());
        Assert.Equal(["compose", "commandBox"], Texts(command["context"]));
        Assert.Equal(["slash"], Texts(command["triggers"]));
    }

    [Fact]
    public void The_color_icon_fills_its_square()
    {
        var icon = PngImage.Read(Path.Combine(Source, Manifest()["icons"].Text("color")));

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Colors, dot => Assert.Equal(255, dot.Opacity));
    }

    [Fact]
    public void The_outline_icon_is_white_on_nothing()
    {
        var icon = PngImage.Read(Path.Combine(Source, Manifest()["icons"].Text("outline")));

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Colors, dot => Assert.Equal((255, 255, 255), (dot.Red, dot.Green, dot.Blue)));
        Assert.Contains(icon.Colors, dot => dot.Opacity == 0);
        Assert.Contains(icon.Colors, dot => dot.Opacity == 255);
    }

    [Fact]
    public async Task Packed_it_is_three_files_without_a_placeholder()
    {
        var (code, said) = await PackAsync($"-p:AppId={AppId}", "-p:Host=intro.contoso.com");
        Assert.True(code == 0, said);

        await using var package = await ZipFile.OpenReadAsync(folder.File("introbot-teams.zip"));
        Assert.Equal(
            ["color.png", "manifest.json", "outline.png"], package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(await package.GetEntry("manifest.json")!.OpenAsync());
        var text = await reader.ReadToEndAsync();
        Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
        Assert.DoesNotContain("00000000", text, StringComparison.Ordinal);
        Assert.Empty(await validator.FaultsAsync(text));

        var manifest = JsonNode.Parse(text);
        Assert.Equal(
            [AppId, AppId, AppId],
            [manifest.Text("id"), manifest!["bots"]![0].Text("botId"), manifest["composeExtensions"]![0].Text("botId")]);
        Assert.Equal(["intro.contoso.com"], Texts(manifest["validDomains"]));
    }

    [Theory]
    [InlineData("AppId is missing or no id", "-p:Host=intro.contoso.com")]
    [InlineData("AppId is missing or no id", "-p:AppId=IntroBot", "-p:Host=intro.contoso.com")]
    [InlineData("Host is missing or no host", $"-p:AppId={AppId}")]
    [InlineData("Host is missing or no host", $"-p:AppId={AppId}", "-p:Host=https://intro.contoso.com/")]
    public async Task It_is_not_packed_half(string told, params string[] settings)
    {
        var (code, said) = await PackAsync(settings);

        Assert.Equal(1, code);
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("introbot-teams.zip")));
    }

    private static IEnumerable<JsonNode> Commands(string scope) => Assert.Single(
        CommandLists(Manifest()), list => Texts(list!["scopes"]).Contains(scope))!["commands"]!.AsArray().OfType<JsonNode>();

    private static string Title(CommandDefinition row) => row.Argument == CommandArgumentKind.None ? row.Words : row.Example;

    private static string Sentence(string line) => $"{char.ToUpperInvariant(line[0])}{line[1..]}";

    public void Dispose() => folder.Dispose();

    private async Task<(int Code, string Said)> PackAsync(params string[] settings)
    {
        string[] command =
        [
            "msbuild",
            Path.Combine(Source, "pack.proj"),
            "-nologo",
            $"-p:Zip={folder.File("introbot-teams.zip")}",
            $"-p:Folder={folder.File("package")}/",
            .. settings,
        ];
        using var pack = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true })!;
        var said = await pack.StandardOutput.ReadToEndAsync();
        await pack.WaitForExitAsync();
        return (pack.ExitCode, said);
    }

    private static JsonArray CommandLists(JsonObject manifest) => manifest["bots"]![0]!["commandLists"]!.AsArray();

    private static ImmutableArray<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(each => each!.GetValue<string>())];

    private static JsonObject Manifest() => JsonNode.Parse(Text())!.AsObject();

    private static string Text() => File.ReadAllText(Path.Combine(Source, "manifest.json"));
}
