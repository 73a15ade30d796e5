using System.Security.Cryptography;
using IntroBot.Storage;
using IntroBot.Storage.Export;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using Put = IntroBot.Storage.Tables.RowChange.Put;

namespace IntroBot.Tests.Storage.Export;

/// <summary>A store, its export in a file, and an empty store to import a file into.</summary>
internal sealed class ImportScene : IAsyncLifetime
{
    public const string Header = """{"format":"introbot-store","version":1,"program":"0.1.0","at":"2026-11-23T10:00:00+00:00"}""";

    /// <summary>Whatever people write, and whatever would end a line, a string or a number on its way.</summary>
    public const string Hostile =
        "\n\r\u2028\u2029\u0085\0\t\"\\u000a}]\u202E 👩🏽‍🚀 e\u0301 \uFEFF\uFFFF <script> שלום 12345678901234567890 ";

    private readonly TemporaryFolder folder = new();

    public SqliteTableStore Source { get; } = Memory();

    public SqliteTableStore Target { get; } = Memory();

    /// <summary>The file that is imported.</summary>
    public string Export => File("export");

    public async ValueTask InitializeAsync()
    {
        await Source.OpenAsync(CancellationToken.None);
        await Target.OpenAsync(CancellationToken.None);
        foreach (var some in Enumerable.Range(0, 250).Chunk(100))
            await Source.WriteAsync(
                StoreKeys.Core, "home|t|terms",
                [.. some.Select(number => new Put($"{number:D4}", Text($"{number}")))], CancellationToken.None);
        await Source.WriteAsync(
            StoreKeys.KeyValue, "slack",
            [new Put("!", Text(Hostile)), new Put("none", new Dictionary<string, string>())], CancellationToken.None);
        await new StoreExport(Source, TimeProvider.System).ToAsync(Export, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Target.DisposeAsync();
        folder.Dispose();
    }

    public static SqliteTableStore Memory() => new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);

    public static Dictionary<string, string> Text(string text) => new() { ["Text"] = text };

    public static string Row(string row, params string[] texts)
    {
        var columns = string.Join(',', texts.Select((text, number) => $"\"Text{number}\":\"{text}\""));
        return $$$"""{"table":"Core","partition":"p","row":"{{{row}}}","columns":{{{{columns}}}}}""";
    }

    public string File(string name) => folder.File(name);

    public Task<RowCounts> ImportAsync(ITableStore to) => new StoreImport(to).FromAsync(Export, CancellationToken.None);

    public async Task<Exception> FailsAsync(ITableStore to)
    {
        var refused = await Record.ExceptionAsync(() => ImportAsync(to));
        Assert.True(refused is StoreUnusableException or ExportUnusableException, $"{refused}");
        return refused;
    }

    public async Task RefusedAsync(string told)
    {
        Assert.Contains(told, (await FailsAsync(Target)).Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(Target));
    }

    /// <summary>A file with a true end.</summary>
    public Task ForgeAsync(string[] lines)
    {
        var before = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
        var hash = Convert.ToHexStringLower(SHA256.HashData(before));
        return System.IO.File.WriteAllTextAsync(
            Export, $$"""{{Encoding.UTF8.GetString(before)}}{"rows":{{lines.Length - 1}},"sha256":"{{hash}}"}{{"\n"}}""");
    }

    public static async Task<string[]> RowsAsync(ITableStore store)
    {
        var rows = new List<string>();
        foreach (var table in TableStores.Tables)
            rows.AddRange((await MainJobAssertions.RowsAsync(store, table))
                .Select(row => $"{table} {row.Partition} {row.Row} {Told(row.Columns)}"));
        return [.. rows];

        static string Told(IReadOnlyDictionary<string, string> columns) =>
            string.Join(' ', columns.OrderBy(column => column.Key, StringComparer.Ordinal));
    }
}
