using System.Reflection;
using System.Xml.Linq;

namespace IntroBot.Tests.Layout;

public sealed class NamesTests
{
    private static readonly Assembly Bot = typeof(IntroBotSetup).Assembly;
    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Service", "Utils", "Util", "Common"];

    [Fact]
    public void Every_public_type_says_in_a_sentence_what_it_is()
    {
        var summaries = XDocument.Load(Path.ChangeExtension(Bot.Location, ".xml")).Descendants("member")
            .ToDictionary(
                member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value.Trim() ?? "", StringComparer.Ordinal);

        var silent = Bot.GetTypes()
            .Where(type => type.IsVisible && type.Namespace?.StartsWith("IntroBot", StringComparison.Ordinal) == true)
            .Select(type => $"T:{type.FullName!.Replace('+', '.')}")
            .Where(name => summaries.GetValueOrDefault(name) is not { } sentence
                || !sentence.Contains(' ', StringComparison.Ordinal)
                || !sentence.EndsWith('.'));

        Assert.Empty(silent);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.All(Bot.GetTypes(), type => Assert.DoesNotContain(Vague, vague => type.Name.EndsWith(vague, StringComparison.Ordinal)));

    [Fact]
    public void The_program_is_five_statements()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "bot", "Program.cs"));

        Assert.Equal(5, lines.Count(line => line.EndsWith(';') && !line.StartsWith("using ", StringComparison.Ordinal)));
    }
}
