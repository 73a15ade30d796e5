using System.Security.Cryptography;
using System.Text;
using IntroBot.Storage;
using Put = IntroBot.Storage.RowChange.Put;

namespace IntroBot.Tests.Storage;

/// <summary>What an import promises: nothing of a damaged file, nothing over anything, and no half of it unnoticed.</summary>
public sealed class StoreImportTests : IAsyncLifetime
{
    private const string Header = """{"format":"introbot-store","version":1,"program":"0.1.0","at":"2026-11-23T10:00:00+00:00"}""";

    /// <summary>Whatever people write, and whatever would end a line, a string or a number on its way.</summary>
    private const string Hostile =
        "\n\r\u2028\u2029\u0085\0\t\"\\u000a}]\u202E 👩🏽‍🚀 e\u0301 \uFEFF\uFFFF <script> שלום 12345678901234567890 ";

    private readonly TemporaryFolder folder = new();
    private readonly SqliteTableStore source = Memory(), target = Memory();

    private string Export => folder.File("export");

    public async ValueTask InitializeAsync()
    {
        await source.OpenAsync(CancellationToken.None);
        await target.OpenAsync(CancellationToken.None);
        foreach (var some in Enumerable.Range(0, 250).Chunk(100))
            await source.WriteAsync(
                StoreKeys.Core, "home|t|terms",
                [.. some.Select(number => new Put($"{number:D4}", Text($"{number}")))], CancellationToken.None);
        await source.WriteAsync(
            StoreKeys.Shelf, "slack",
            [new Put("!", Text(Hostile)), new Put("none", new Dictionary<string, string>())], CancellationToken.None);
        await new StoreExport(source, TimeProvider.System).ToAsync(Export, CancellationToken.None);
    }

    [Fact]
    public async Task Every_row_arrives_as_it_was_to_the_last_byte()
    {
        await ImportAsync(target);

        Assert.Equal(await RowsAsync(source), await RowsAsync(target));
        Assert.Equal(Hostile, (await target.FindAsync(StoreKeys.Shelf, "slack", "!", CancellationToken.None))!.Columns["Text"]);
    }

    [Fact]
    public async Task Rows_of_a_partition_are_written_together_as_many_as_a_write_takes()
    {
        var recorded = new RecordingStore(target);
        await ImportAsync(recorded);

        Assert.Equal(
            [100, 100, 50],
            recorded.Calls.Where(call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core }).Select(call => call.Changes.Count));
    }

    [Fact]
    public async Task Large_rows_are_written_as_few_together_as_a_write_takes()
    {
        var texts = Enumerable.Repeat(new string('é', 30_000), 10).ToArray();
        await ForgeAsync([Header, .. Enumerable.Range(0, 9).Select(number => Row($"{number}", texts))]);
        var recorded = new RecordingStore(target);
        await ImportAsync(recorded);

        Assert.Equal(
            [2, 2, 2, 2, 1],
            recorded.Calls.Where(call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core }).Select(call => call.Changes.Count));
    }

    [Fact]
    public async Task However_large_the_file_is_little_more_than_a_write_is_held()
    {
        const int Rows = 3_000;
        string[] lines = [.. Enumerable.Range(0, Rows).Select(number => Row($"{number:D6}", new string('x', 1_000)))];
        await ForgeAsync([Header, .. lines]);
        await using var file = File.OpenRead(Export);
        var (rows, batches, held, ahead) = (0, 0, 0L, 0L);
        await foreach (var batch in RowBatch.OfAsync(CountedAsync(), CancellationToken.None))
        {
            batches += batch.Changes.Count;
            ahead = Math.Max(ahead, rows - batches);
        }

        Assert.Equal((Rows, Rows), (rows, batches));
        Assert.InRange(ahead, 0, 1);
        Assert.InRange(held, 1, 128 * 1024);

        async IAsyncEnumerable<ExportRow> CountedAsync()
        {
            await foreach (var row in new ExportReader(file).RowsAsync(CancellationToken.None))
            {
                held = Math.Max(held, file.Position - (rows++ * (long)lines[0].Length));
                yield return row;
            }
        }
    }

    [Fact]
    public async Task Any_byte_that_is_another_one_is_noticed_before_anything_is_written()
    {
        var whole = await File.ReadAllBytesAsync(Export);
        for (var at = 0; at < whole.Length; at += 1 + (at * 7 % 31))
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 1;
            await File.WriteAllBytesAsync(Export, bytes);
            await RefusedAsync($"'{Export}'");
        }
    }

    [Fact]
    public async Task A_file_that_ends_anywhere_else_is_noticed_before_anything_is_written()
    {
        var whole = await File.ReadAllBytesAsync(Export);
        for (var length = 0; length < whole.Length; length += 1 + (length * 7 % 31))
        {
            await File.WriteAllBytesAsync(Export, whole[..length]);
            await RefusedAsync($"'{Export}'");
        }

        await File.WriteAllBytesAsync(Export, whole[..^1]);
        await RefusedAsync("ends too early");
    }

    [Fact]
    public async Task Lines_in_another_order_are_noticed()
    {
        var lines = await File.ReadAllLinesAsync(Export);
        (lines[5], lines[6]) = (lines[6], lines[5]);
        await File.WriteAllLinesAsync(Export, lines);

        await RefusedAsync("is damaged in line 7");
    }

    [Fact]
    public async Task A_line_too_few_is_noticed()
    {
        var lines = await File.ReadAllLinesAsync(Export);
        await File.WriteAllLinesAsync(Export, [.. lines[..5], .. lines[6..]]);

        await RefusedAsync("its checksum is another one");
    }

    [Theory]
    [InlineData("""{"table":"Core","partition":"p/q","row":"!","columns":{}}""")]
    [InlineData("""{"table":"Core","partition":"","row":"!","columns":{}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{"PartitionKey":"1"}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{"Text":null}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{"Text":"\ud800"}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{"Text":"1","Text":"2"}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{"Text":"1","TEXT":"2"}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":null}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!"}""")]
    [InlineData("""{"table":"Core","partition":"p","row":null,"columns":{}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{},"more":1}""")]
    [InlineData("""{"table":"sqlite_master","partition":"p","row":"!","columns":{}}""")]
    [InlineData("""{"table":"Core","partition":"p","row":"!","columns":{}} {}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_row_that_no_store_takes_is_refused_even_with_a_true_checksum(string row)
    {
        await ForgeAsync([Header, row]);
        await RefusedAsync("is damaged in line 2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("hello\nworld\n")]
    [InlineData("{\"format\":\"something-else\",\"version\":1,\"program\":\"1\",\"at\":\"2026-11-23T10:00:00Z\"}\n")]
    [InlineData("{}\n")]
    public async Task A_file_of_something_else_is_refused(string words)
    {
        await File.WriteAllTextAsync(Export, words);
        await RefusedAsync("is no export of IntroBot");
    }

    [Fact]
    public async Task A_line_without_an_end_is_not_read_to_its_end()
    {
        await using (var endless = File.Create(Export)) endless.SetLength(1L << 40);
        await RefusedAsync("is no export of IntroBot");
    }

    [Fact]
    public async Task An_export_of_a_newer_form_is_refused_with_the_version_that_reads_it()
    {
        await ForgeAsync(["""{"format":"introbot-store","version":2,"program":"3.1.0","at":"2026-11-23T10:00:00Z","packed":"zstd"}"""]);
        await RefusedAsync("was written by IntroBot 3.1.0, in a newer form");
    }

    [Fact]
    public async Task A_store_that_is_not_empty_stays_as_it_is()
    {
        await target.WriteAsync(StoreKeys.Log, "home|202611", [new Put("1", Text("mine"))], CancellationToken.None);

        Assert.Contains("The store is not empty", (await FailsAsync(target)).Message, StringComparison.Ordinal);
        Assert.Equal(["Log home|202611 1 [Text, mine]"], await RowsAsync(target));
    }

    [Theory]
    [InlineData(Fault.DiesBefore)]
    [InlineData(Fault.DiesAfter)]
    [InlineData(Fault.FailsAfter)]
    [InlineData(Fault.SeemsInConflict)]
    public async Task Whatever_breaks_at_whatever_call_the_same_file_goes_on(Fault fault)
    {
        for (var call = 1; ; call++)
        {
            await using var store = Memory();
            await store.OpenAsync(CancellationToken.None);
            var faults = Faults.At(call, fault);
            var (broken, _) = (await Record.ExceptionAsync(() => ImportAsync(new FaultyStore(store, faults))),
                await ImportUnlessWholeAsync(store));

            Assert.Equal(await RowsAsync(source), await RowsAsync(store));
            if (faults.Calls < call) break;
            Assert.True(broken is null or StoreUnusableException or ProcessDiedException, $"{broken}");
        }
    }

    [Fact]
    public async Task Nothing_starts_on_half_of_an_import_and_no_other_file_goes_on_with_it()
    {
        await Assert.ThrowsAsync<ProcessDiedException>(() => ImportAsync(new FaultyStore(target, Faults.At(4, Fault.DiesAfter))));

        var opener = new StoreOpener(new KeptStore(target));
        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => opener.StartAsync(CancellationToken.None));
        Assert.Contains("half of an import", refused.Message, StringComparison.Ordinal);
        await ForgeAsync([Header, Row("a", "another")]);
        Assert.Contains("half of an import", (await FailsAsync(target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_starts_on_what_was_imported()
    {
        await ImportAsync(target);
        await new StoreOpener(new KeptStore(target)).StartAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("none", "is not there")]
    [InlineData("no/where", "is not there")]
    [InlineData(".", "cannot be read")]
    public async Task A_file_that_cannot_be_read_is_told(string name, string told)
    {
        var import = new StoreImport(target);
        var refused = await Assert.ThrowsAsync<ExportUnusableException>(() => import.FromAsync(folder.File(name), CancellationToken.None));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await target.DisposeAsync();
        folder.Dispose();
    }

    private static SqliteTableStore Memory() => new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared", TableStores.Tables);

    private static Dictionary<string, string> Text(string text) => new() { ["Text"] = text };

    private static string Row(string row, params string[] texts)
    {
        var columns = string.Join(',', texts.Select((text, number) => $"\"Text{number}\":\"{text}\""));
        return $$$"""{"table":"Core","partition":"p","row":"{{{row}}}","columns":{{{{columns}}}}}""";
    }

    private Task<Moved> ImportAsync(ITableStore to) => new StoreImport(to).FromAsync(Export, CancellationToken.None);

    /// <summary>Again, as an administrator would; when all was done but the answer, there is nothing to do any more.</summary>
    private async Task<bool> ImportUnlessWholeAsync(ITableStore to)
    {
        var underway = await ImportMarker.FindAsync(to, CancellationToken.None) is not null;
        if (!underway && await to.ScanAsync(StoreKeys.Core, CancellationToken.None).AnyAsync()) return false;
        await ImportAsync(to);
        return true;
    }

    private async Task<Exception> FailsAsync(ITableStore to)
    {
        var refused = await Record.ExceptionAsync(() => ImportAsync(to));
        Assert.True(refused is StoreUnusableException or ExportUnusableException, $"{refused}");
        return refused;
    }

    private async Task RefusedAsync(string told)
    {
        Assert.Contains(told, (await FailsAsync(target)).Message, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(target));
    }

    /// <summary>A file with a true end.</summary>
    private Task ForgeAsync(string[] lines)
    {
        var before = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
        var hash = Convert.ToHexStringLower(SHA256.HashData(before));
        return File.WriteAllTextAsync(
            Export, $$"""{{Encoding.UTF8.GetString(before)}}{"rows":{{lines.Length - 1}},"sha256":"{{hash}}"}{{"\n"}}""");
    }

    private static async Task<string[]> RowsAsync(ITableStore store)
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
