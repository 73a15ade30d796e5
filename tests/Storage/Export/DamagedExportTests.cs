using IntroBot.Storage.Export;
using static IntroBot.Tests.Storage.Export.ImportScene;

namespace IntroBot.Tests.Storage.Export;

/// <summary>An import takes nothing of a file that is damaged, forged, too new or something else.</summary>
public sealed class DamagedExportTests : IAsyncLifetime
{
    private readonly ImportScene scene = new();

    public ValueTask InitializeAsync() => scene.InitializeAsync();

    [Fact]
    public async Task Any_byte_that_is_another_one_is_noticed_before_anything_is_written()
    {
        var whole = await File.ReadAllBytesAsync(scene.Export);
        for (var at = 0; at < whole.Length; at += 1 + (at * 7 % 31))
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 1;
            await File.WriteAllBytesAsync(scene.Export, bytes);
            await scene.RefusedAsync($"'{scene.Export}'");
        }
    }

    [Fact]
    public async Task A_file_that_ends_anywhere_else_is_noticed_before_anything_is_written()
    {
        var whole = await File.ReadAllBytesAsync(scene.Export);
        for (var length = 0; length < whole.Length; length += 1 + (length * 7 % 31))
        {
            await File.WriteAllBytesAsync(scene.Export, whole[..length]);
            await scene.RefusedAsync($"'{scene.Export}'");
        }

        await File.WriteAllBytesAsync(scene.Export, whole[..^1]);
        await scene.RefusedAsync("ends too early");
    }

    [Fact]
    public async Task Lines_in_another_order_are_noticed()
    {
        var lines = await File.ReadAllLinesAsync(scene.Export);
        (lines[5], lines[6]) = (lines[6], lines[5]);
        await File.WriteAllLinesAsync(scene.Export, lines);

        await scene.RefusedAsync("is damaged in line 7");
    }

    [Fact]
    public async Task A_line_too_few_is_noticed()
    {
        var lines = await File.ReadAllLinesAsync(scene.Export);
        await File.WriteAllLinesAsync(scene.Export, [.. lines[..5], .. lines[6..]]);

        await scene.RefusedAsync("its checksum does not match");
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
        await scene.ForgeAsync([Header, row]);
        await scene.RefusedAsync("is damaged in line 2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("hello\nworld\n")]
    [InlineData("{\"format\":\"something-else\",\"version\":1,\"program\":\"1\",\"at\":\"2026-11-23T10:00:00Z\"}\n")]
    [InlineData("{}\n")]
    public async Task A_file_of_something_else_is_refused(string words)
    {
        await File.WriteAllTextAsync(scene.Export, words);
        await scene.RefusedAsync("is no export of IntroBot");
    }

    [Fact]
    public async Task A_line_without_an_end_is_not_read_to_its_end()
    {
        await using (var endless = File.Create(scene.Export)) endless.SetLength(1L << 40);
        await scene.RefusedAsync("is no export of IntroBot");
    }

    [Fact]
    public async Task An_export_of_a_newer_form_is_refused_with_the_version_that_reads_it()
    {
        await scene.ForgeAsync(
            ["""{"format":"introbot-store","version":2,"program":"3.1.0","at":"2026-11-23T10:00:00Z","packed":"zstd"}"""]);
        await scene.RefusedAsync("was written by IntroBot 3.1.0, in a newer form");
    }

    [Theory]
    [InlineData("none", "does not exist")]
    [InlineData("no/where", "does not exist")]
    [InlineData(".", "cannot be read")]
    public async Task A_file_that_cannot_be_read_is_told(string name, string told)
    {
        var import = new StoreImport(scene.Target);
        var refused = await Assert.ThrowsAsync<ExportUnusableException>(() => import.FromAsync(scene.File(name), CancellationToken.None));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
