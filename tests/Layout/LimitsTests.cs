using System.Reflection;
using System.Runtime.CompilerServices;

namespace IntroBot.Tests.Layout;

/// <summary>How much a folder holds, and how much a class depends on, before it is time to take them apart.</summary>
public sealed class LimitsTests
{
    private const int MaxFiles = 25;
    private const int MaxParameters = 5;

    private static readonly string[] Folders = ["bot", "tests"];
    private static readonly string[] Made = ["bin", "obj", "node_modules"];
    private static readonly string[] Code = [".cs", ".js", ".cjs"];

    [Fact]
    public void No_folder_holds_more_code_files_than_one_can_look_over()
    {
        var full =
            from top in Folders
            let root = Path.Combine(Repository.Root, top)
            from folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Prepend(root)
            let name = Path.GetRelativePath(Repository.Root, folder)
            where !name.Split(Path.DirectorySeparatorChar).Any(Made.Contains)
            let count = Directory.EnumerateFiles(folder).Count(file => Code.Contains(Path.GetExtension(file)))
            where count > MaxFiles
            select $"{name} holds {count} code files, and a folder at most {MaxFiles}.";

        Assert.True(!full.Any(), string.Join('\n', full));
    }

    [Fact]
    public void No_class_depends_on_more_than_it_can_need_for_one_thing()
    {
        var greedy =
            from assembly in new[] { typeof(IntroBotSetup).Assembly, typeof(LimitsTests).Assembly }
            from type in assembly.GetTypes()
            where type.DeclaringType != typeof(LimitsTests)
            where type.IsClass && !IsRecord(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            let count = ParametersOf(type)
            where count > MaxParameters
            select $"{type} takes {count} parameters, and a class at most {MaxParameters}: it does two things.";

        Assert.True(!greedy.Any(), string.Join('\n', greedy));
    }

    [Fact]
    public void A_record_is_told_from_a_class()
    {
        Assert.True(IsRecord(typeof(Whole)));
        Assert.False(IsRecord(typeof(Greedy)));
        Assert.Equal(MaxParameters + 1, ParametersOf(typeof(Greedy)));
    }

    private static int ParametersOf(Type type) => type
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(constructor => constructor.GetParameters().Length)
        .DefaultIfEmpty()
        .Max();

    /// <summary>The compiler gives a way to copy to every record that is a class, and to nothing else.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private sealed record Whole(int A, int B, int C, int D, int E, int F);

    private abstract class Greedy
    {
        protected Greedy(int a, int b, int c, int d, int e, int f) => _ = a + b + c + d + e + f;
    }
}
