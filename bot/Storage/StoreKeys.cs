using System.Security.Cryptography;
using IntroBot.Platforms;

namespace IntroBot.Storage;

/// <summary>Creates every key of every table from characters that Azure Tables allows; other values are hashed.</summary>
internal static class StoreKeys
{
    public const string Core = "Core";
    public const string Due = "Due";
    public const string Log = "Log";
    public const string KeyValue = "Shelf";

    public const string Root = "!";
    public const string Outbox = "!m|";
    public const string Receipts = "!s|";

    /// <summary>Just past the root, the outbox and the receipts, which one query reads together.</summary>
    public const string PastHead = "!~";

    public const string References = "ref|";
    public const string Operations = "x|";

    /// <summary>Separates workspace and owner in the key of a chat-work partition.</summary>
    public const string ChatPart = "|c|";

    /// <summary>In the key-value table, the marker of an import in progress.</summary>
    public const string ImportPart = "import";

    public const string ImportRow = "file";

    /// <summary>Shards of the due index, each read by every pass of every instance: more shards cost more, busy or idle.</summary>
    public const int Shards = 2;

    /// <summary>The number of shards in an older version.</summary>
    public const int FormerShards = 4;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int HashLength = 20;
    private const int MaxPlainLength = 120;

    public static string Intro(WorkspaceId workspace, IntroId intro) => $"{Workspace(workspace)}|r|{Plain(intro.Value)}";

    public static string Person(PersonRef who) => $"{Workspace(who.Workspace)}|p|{Who(who)}";

    public static string IndexKey(WorkspaceId workspace, string term) => $"{Workspace(workspace)}|g|{Hash(term)}";

    /// <summary>All index keys of a workspace with a listed giver, one row each.</summary>
    public static string IndexKeys(WorkspaceId workspace) => $"{Workspace(workspace)}|t|terms";

    public static string IndexKeyRow(string term) => Hash(term);

    /// <summary>The row key at which a sample of givers starts.</summary>
    public static string SampledRow(string sampleSeed) => Hash(sampleSeed);

    /// <summary>The chat work of a person, separate from the partition of the same person as a giver, or of a workspace.</summary>
    public static string Chat(WorkOwner owner) => owner.User.Length == 0
        ? $"{ChatsOf(owner.Workspace)}workspace"
        : $"{ChatsOf(owner.Workspace)}{Who(new PersonRef(owner.Workspace, owner.User))}";

    /// <summary>The prefix of every chat-work partition of a workspace.</summary>
    public static string ChatsOf(WorkspaceId workspace) => $"{Workspace(workspace)}{ChatPart}";

    public static string Settings(WorkspaceId workspace) => $"{Workspace(workspace)}|s|settings";

    public static string LogMonth(WorkspaceId workspace, DateTimeOffset at) =>
        $"{Workspace(workspace)}|{at.UtcDateTime.ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture)}";

    public static string KeyValuePartition(string collection) => Plain(collection);

    /// <summary>A person's pseudonym: the same in every table of one workspace, and different in every other workspace.</summary>
    public static string Who(PersonRef who) => Hash($"{who.Workspace.Value.Length}:{who.Workspace}{who.Id}");

    public static string Operation(string operation) => $"{Operations}{Plain(operation.Replace(':', '~'))}";

    public static string Message(string id) => $"{Outbox}{Plain(id)}";

    public static string Receipt(string id) => $"{Receipts}{Plain(id)}";

    public static string History(int version, int index) => $"{HistoryOf(version)}{index:D2}";

    /// <summary>The prefix of the history rows of one commit.</summary>
    public static string HistoryOf(int version) => $"l|{version:D6}|";

    public static string Reference(IntroId intro, DateTimeOffset since) =>
        $"{References}{DateTime.MaxValue.Ticks - since.UtcTicks:D19}|{Plain(intro.Value)}";

    public static string Plain(string text) => text.Length is > 0 and <= MaxPlainLength && text.All(IsPlain) ? text : $"~{Hash(text)}";

    public static string Shard(string partition)
    {
        var hash = 2166136261u;
        foreach (var letter in partition)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return Shard((int)(hash % Shards));
    }

    public static string Shard(int number) => $"d{number:D2}";

    public static string DueRow(DateTimeOffset at) => $"{at.UtcTicks:D19}|{Guid.NewGuid():N}";

    /// <summary>The single row that cleans up a partition at one time.</summary>
    public static string CleanUpRow(DateTimeOffset at, string partition) => $"{at.UtcTicks:D19}|clean-{Hash(partition)}";

    /// <summary>The due time in the key of a due row.</summary>
    public static DateTimeOffset DueMoment(string row) =>
        new(long.Parse(row.AsSpan(0, row.IndexOf('|')), System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>Just past every row due at this time or earlier.</summary>
    public static string DueBefore(DateTimeOffset now) => $"{now.UtcTicks:D19}~";

    private static string Workspace(WorkspaceId workspace) => Plain(workspace.Value) == workspace.Value
        ? workspace.Value
        : throw new ArgumentException($"A workspace id has letters, digits, dots and dashes only: {workspace}");

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '~' or '-' or '!';

    private static string Hash(string text) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(HashLength).Select(each => Letters[each & 31]));
}
