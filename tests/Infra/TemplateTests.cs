using System.Text.RegularExpressions;
using IntroBot.Slack;
using IntroBot.Storage;
using IntroBot.Teams;

namespace IntroBot.Tests.Infra;

/// <summary>The templates as they are written.</summary>
public sealed partial class TemplateTests
{
    private const string Templates = "*.bicep";

    /// <summary>What is not IntroBot's to name: by these, libraries it uses find an identity and a collector.</summary>
    private static readonly string[] OfLibraries = ["AZURE_CLIENT_ID", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    /// <summary>What a deployment asks of whoever deploys, and the program never sees.</summary>
    private static readonly string[] OfDeployments = ["IntroBot__Image", "IntroBot__Name", "IntroBot__Size", "IntroBot__Teams"];

    [Fact]
    public async Task The_templates_compile_as_Microsoft_advises() =>
        Assert.Equal("", (await Bicep.RunAsync(Bicep.Folder, ["lint", "--pattern", Templates])).Complaints);

    [Fact]
    public async Task The_templates_are_written_as_Microsoft_writes_them()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Files(Templates)) File.Copy(Path.Combine(Bicep.Folder, file), folder.File(file));
        await Bicep.RunAsync(folder.Path, ["format", "--pattern", Templates]);

        Assert.NotEmpty(Files(Templates));
        foreach (var file in Files(Templates))
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, file)), await File.ReadAllTextAsync(folder.File(file)));
    }

    [Fact]
    public async Task The_parameters_compile_from_the_environment_of_whoever_deploys() =>
        Assert.Equal(
            "",
            (await Bicep.RunAsync(Bicep.Folder, ["build-params", "main.bicepparam", "--stdout"], ("IntroBot__Image", "image"))).Complaints);

    [Fact]
    public void Every_setting_is_one_that_the_program_knows()
    {
        var known = Keys(StorageOptions.Section, typeof(StorageOptions))
            .Concat(Keys(SlackOptions.Section, typeof(SlackOptions)))
            .Concat(Keys(TeamsOptions.Section, typeof(TeamsOptions)));
        var named = Files("*.bicep*").SelectMany(file => Setting()
            .Matches(File.ReadAllText(Path.Combine(Bicep.Folder, file)))
            .Select(match => match.Value)).Distinct().ToArray();

        Assert.Contains("Storage__TablesEndpoint", named);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", named);
        Assert.Empty(named.Except([.. known, .. OfLibraries, .. OfDeployments]));
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory.GetFiles(Bicep.Folder, pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(string section, Type options) =>
        options.GetProperties().Where(property => property.CanWrite).Select(property => $"{section}__{property.Name}");

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z]+\b|\b[A-Z]{2,}(_[A-Z]+)+\b")]
    private static partial Regex Setting();
}
