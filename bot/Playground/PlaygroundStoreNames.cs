using System.Security.Cryptography;

namespace IntroBot.Playground;

/// <summary>The names of the playground's collections and keys: letters, digits and <c>. _ ~ ! | -</c>, at most 200 of them.</summary>
public static class PlaygroundStoreNames
{
    public const string State = "playground";

    private const int MaxLength = 200;

    public static string Of(ChatRoom room) => Safe($"{room.Workspace}|{room.Name}");

    public static string Meetings(WorkspaceId workspace) => Safe($"{workspace}|meetings");

    public static string Forms(WorkspaceId workspace) => Safe($"{workspace}|forms");

    public static string Seen(WorkspaceId workspace) => Safe($"{workspace}|seen");

    /// <summary>The name itself if it is a valid key, otherwise a hash of it.</summary>
    public static string Safe(string name) => name.Length is > 0 and <= MaxLength && name.All(IsAllowed)
        ? name
        : "h~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '~' or '!' or '|' or '-';
}
