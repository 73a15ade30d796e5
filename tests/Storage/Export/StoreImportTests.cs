using IntroBot.Storage;
using IntroBot.Storage.Export;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Storage.Scenes;
using static IntroBot.Tests.Storage.Export.ImportScene;
using Put = IntroBot.Storage.Tables.RowChange.Put;

namespace IntroBot.Tests.Storage.Export;

/// <summary>What an import promises: every row as it was, nothing over anything, and no half of it unnoticed.</summary>
public sealed class StoreImportTests : IAsyncLifetime
{
    private readonly ImportScene scene = new();

    public ValueTask InitializeAsync() => scene.InitializeAsync();

    [Fact]
    public async Task Every_row_arrives_as_it_was_to_the_last_byte()
    {
        await scene.ImportAsync(scene.Target);

        Assert.Equal(await RowsAsync(scene.Source), await RowsAsync(scene.Target));
        Assert.Equal(Hostile, (await scene.Target.FindAsync(StoreKeys.KeyValue, "slack", "!", CancellationToken.None))!.Columns["Text"]);
    }

    [Fact]
    public async Task Rows_of_a_partition_are_written_together_as_many_as_a_write_takes()
    {
        var recorded = new RecordingTableStore(scene.Target);
        await scene.ImportAsync(recorded);

        Assert.Equal(
            [100, 100, 50],
            recorded.Calls.Where(call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core }).Select(call => call.Changes.Count));
    }

    [Fact]
    public async Task Large_rows_are_written_as_few_together_as_a_write_takes()
    {
        var texts = Enumerable.Repeat(new string('é', 30_000), 10).ToArray();
        await scene.ForgeAsync([Header, .. Enumerable.Range(0, 9).Select(number => Row($"{number}", texts))]);
        var recorded = new RecordingTableStore(scene.Target);
        await scene.ImportAsync(recorded);

        Assert.Equal(
            [2, 2, 2, 2, 1],
            recorded.Calls.Where(call => call is { Kind: StoreCallKind.Write, Table: StoreKeys.Core }).Select(call => call.Changes.Count));
    }

    [Fact]
    public async Task However_large_the_file_is_little_more_than_a_write_is_held()
    {
        const int Rows = 3_000;
        string[] lines = [.. Enumerable.Range(0, Rows).Select(number => Row($"{number:D6}", new string('x', 1_000)))];
        await scene.ForgeAsync([Header, .. lines]);
        await using var file = File.OpenRead(scene.Export);
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
    public async Task A_store_that_is_not_empty_stays_as_it_is()
    {
        await scene.Target.WriteAsync(StoreKeys.Log, "home|202611", [new Put("1", Text("mine"))], CancellationToken.None);

        Assert.Contains("The store is not empty", (await scene.FailsAsync(scene.Target)).Message, StringComparison.Ordinal);
        Assert.Equal(["Log home|202611 1 [Text, mine]"], await RowsAsync(scene.Target));
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
            var (broken, _) = (await Record.ExceptionAsync(() => scene.ImportAsync(new FaultyStore(store, faults))),
                await ImportUnlessWholeAsync(store));

            Assert.Equal(await RowsAsync(scene.Source), await RowsAsync(store));
            if (faults.Calls < call) break;
            Assert.True(broken is null or StoreUnusableException or ProcessDiedException, $"{broken}");
        }
    }

    [Fact]
    public async Task Nothing_starts_on_half_of_an_import_and_no_other_file_goes_on_with_it()
    {
        await Assert.ThrowsAsync<ProcessDiedException>(
            () => scene.ImportAsync(new FaultyStore(scene.Target, Faults.At(4, Fault.DiesAfter))));

        var opener = new StoreOpener(new NonClosingTableStore(scene.Target));
        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => opener.StartAsync(CancellationToken.None));
        Assert.Contains("half of an import", refused.Message, StringComparison.Ordinal);
        await scene.ForgeAsync([Header, Row("a", "another")]);
        Assert.Contains("half of an import", (await scene.FailsAsync(scene.Target)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_starts_on_what_was_imported()
    {
        await scene.ImportAsync(scene.Target);
        await new StoreOpener(new NonClosingTableStore(scene.Target)).StartAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    /// <summary>Again, as an administrator would; when all was done but the answer, there is nothing to do any more.</summary>
    private async Task<bool> ImportUnlessWholeAsync(ITableStore to)
    {
        var underway = await ImportMarker.FindAsync(to, CancellationToken.None) is not null;
        if (!underway && await to.ScanAsync(StoreKeys.Core, CancellationToken.None).AnyAsync()) return false;
        await scene.ImportAsync(to);
        return true;
    }
}
