using System.Text.RegularExpressions;

namespace IntroBot.Tests.Layout;

/// <summary>
/// A switch over a closed set (an enum, or an abstract record with nested cases) names every case: what is left over is a bug, never a
/// silent default.
/// </summary>
public sealed partial class DefaultArmsTests
{
    private static readonly HashSet<string> ClosedSets =
    [
        .. typeof(IntroBotSetup).Assembly.GetTypes()
            .Where(type => type.IsEnum || (type.IsAbstract && type.GetNestedTypes().Any(nested => nested.BaseType?.Name == type.Name)))
            .Select(type => type.Name.Split('`')[0]),
    ];

    [Fact]
    public void No_switch_over_a_closed_set_has_a_default_arm()
    {
        var silent =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "bot"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            from line in SilentDefaults(File.ReadAllLines(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line}";

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("case Reply.Say:", "default:", true), InlineData("Reply.Say => 1,", "_ => 2,", true)]
    [InlineData("case Reply.Say:", "default: throw new UnreachableException();", false)]
    [InlineData("Reply.Say => 1,", "_ => throw new System.Diagnostics.UnreachableException(),", false)]
    [InlineData("Reply.Say => 1,\n    _ when late => 3,", "_ => 2,", true)]
    [InlineData("case \"help\":", "default:", false), InlineData("404 => 1,", "_ => 2,", false)]
    public void A_default_arm_is_told_from_an_honest_rest(string arm, string rest, bool isSilent) =>
        Assert.Equal(isSilent, SilentDefaults(["{", .. $"    {arm}".Split('\n'), $"    {rest}", "    {", "}"]).Any());

    /// <summary>Lines of arms for the rest in switches whose other arms all begin with a case of a closed set.</summary>
    private static IEnumerable<int> SilentDefaults(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (Rest().Match(lines[at]) is not { Success: true, Groups: [_, { Length: var indent }, ..] }
                || $"{lines[at]}{lines.ElementAtOrDefault(at + 1)}".Contains("UnreachableException", StringComparison.Ordinal))
            {
                continue;
            }

            string[] arms =
            [
                .. lines.Take(at).Reverse()
                    .TakeWhile(line => line.Length == 0 || line.Length - line.TrimStart().Length >= indent)
                    .Where(line => line.Length - line.TrimStart().Length == indent)
                    .Select(line => line.Trim())
                    .Where(line => line.StartsWith("case ", StringComparison.Ordinal) || line.Contains("=>", StringComparison.Ordinal))
                    .Where(line => !line.StartsWith("_ when ", StringComparison.Ordinal)),
            ];
            if (arms.Length > 0
                && arms.All(arm => Case().Match(arm) is { Success: true } named && ClosedSets.Contains(named.Groups[1].Value)))
            {
                yield return at + 1;
            }
        }
    }

    [GeneratedRegex(@"^( *)(default:|_ => )")]
    private static partial Regex Rest();

    [GeneratedRegex(@"^(?:case )?(\w+)(?:<[^>]*>)?\.\w+")]
    private static partial Regex Case();
}
