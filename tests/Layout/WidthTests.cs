using System.Text.RegularExpressions;

namespace IntroBot.Tests.Layout;

/// <summary>The width of lines in <c>.editorconfig</c>, which no analyzer looks after; only an address may be wider.</summary>
public sealed partial class WidthTests
{
    private const int Widest = 140;

    private static readonly string[] Folders = ["bot", "tests"];
    private static readonly string[] Made = ["bin", "obj", "node_modules"];

    [Fact]
    public void No_line_of_code_is_too_wide()
    {
        var wide =
            from folder in Folders
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Repository.Root, file)
            where !name.Split(Path.DirectorySeparatorChar).Any(Made.Contains)
            from line in File.ReadLines(file).Index()
            where IsTooWide(line.Item)
            select $"{name}:{line.Index + 1} has {line.Item.Length} columns, and the widest line {Widest}.";

        Assert.True(!wide.Any(), string.Join('\n', wide));
    }

    [Theory]
    [InlineData("/// (https://…).", false)]
    [InlineData("/// <see href=\"https://…\"/>.", false)]
    [InlineData("/// See https://…", true)]
    [InlineData("/// https://… and", true)]
    [InlineData("/// http://…", true)]
    [InlineData("/// …", true)]
    [InlineData("var address = \"https://…\";", true)]
    public void Only_an_address_that_has_a_line_of_a_comment_to_itself_may_be_wider(string line, bool isTooWide) =>
        Assert.Equal(isTooWide, IsTooWide(line.Replace("…", new string('x', Widest), StringComparison.Ordinal)));

    [Fact]
    public void Editors_are_told_the_same_width() =>
        Assert.Contains($"max_line_length = {Widest}", File.ReadLines(Path.Combine(Repository.Root, ".editorconfig")));

    private static bool IsTooWide(string line) => line.Length > Widest && !Address().IsMatch(line);

    [GeneratedRegex("""^ *///? (?:\(|<see href=")?https://\S+$""")]
    private static partial Regex Address();
}
