using IntroBot.Operations.Startup;
using Microsoft.Extensions.Configuration;

namespace IntroBot.Tests.Operations.Startup;

/// <summary>Keys that nobody reads are told, with what was probably meant.</summary>
public sealed class UnknownKeysTests
{
    /// <summary>Where keys are named, as <c>A:B</c> or as the environment variable <c>A__B</c>.</summary>
    private static readonly string[] Pages =
    [
        "bot/README.md", "bot/Storage/README.md", "bot/Operations/README.md", "infra/README.md",
        "manifest/slack/README.md", "manifest/teams/README.md",
    ];

    [Theory]
    [InlineData("Slack:SigningSecrets", "Unknown configuration key Slack:SigningSecrets: Slack:SigningSecret was probably meant.")]
    [InlineData("Slack:Token", "Unknown configuration key Slack:Token: look for its name in bot/README.md.")]
    [InlineData("Slack:IsOn", "Unknown configuration key Slack:IsOn: look for its name in bot/README.md.")]
    [InlineData("Teams:TennantId", "Unknown configuration key Teams:TennantId: Teams:TenantId was probably meant.")]
    [InlineData("storage:sqlitpath", "Unknown configuration key Storage:sqlitpath: Storage:SqlitePath was probably meant.")]
    [InlineData("Playground:Unreadable", "Unknown configuration key Playground:Unreadable: look for its name in bot/README.md.")]
    public void A_key_that_nobody_reads_is_told(string key, string sentence) => Assert.Equal([sentence], Told(key));

    [Theory]
    [InlineData("slack:signingsecret")]
    [InlineData("Slack:ApiUrl")]
    [InlineData("Teams:ManagedIdentity")]
    [InlineData("Teams:GroupChats")]
    [InlineData("Storage:TablesEndpoint")]
    [InlineData("Playground:Enabled")]
    [InlineData("Others:Anything")]
    public void A_key_that_is_read_and_one_that_is_not_ours_are_not(string key) => Assert.Empty(Told(key));

    [Fact]
    public void Every_key_that_a_README_names_is_read()
    {
        string[] named =
        [
            .. Pages.Select(page => File.ReadAllText(Path.Combine(Repository.Root, page)))
                .SelectMany(text => text.Split('`').Where((_, index) => index % 2 == 1))
                .Select(code => code.Replace("__", ":", StringComparison.Ordinal))
                .Where(code => code.Split(':') is [("Slack" or "Teams" or "Storage" or "Playground"), var name] && name.All(char.IsLetter)),
        ];
        Assert.Contains("Storage:Kind", named);
        Assert.Empty(named.SelectMany(Told));
    }

    private static IEnumerable<string> Told(string key) => UnknownKeys.In(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)"x")]).Build())
            .Select(unknown => unknown.Sentence);
}
