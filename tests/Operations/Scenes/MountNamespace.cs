namespace IntroBot.Tests.Operations.Scenes;

/// <summary>Starts a program among mounts that nobody else sees.</summary>
internal static class MountNamespace
{
    private static readonly string Runner = Path.Combine(Repository.Root, "tests", "own-mounts");

    /// <summary>The command of a shell that mounts something at <c>$0</c> and runs the program, which is <c>$@</c>.</summary>
    public static IReadOnlyList<string> Under(string shell, string folder, IReadOnlyList<string> program) =>
        ["sh", Runner, "sh", "-c", shell, folder, .. program];
}
