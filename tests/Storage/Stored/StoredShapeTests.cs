using IntroBot.Tests.Golden;

namespace IntroBot.Tests.Storage.Stored;

/// <summary>What an older program wrote is read, and what this one writes is the same to the last character.</summary>
public sealed class StoredShapeTests
{
    public static TheoryData<string> Shapes => [.. StoredShapes.All.Select(shape => shape.File)];

    [Theory, MemberData(nameof(Shapes))]
    public void A_shape_is_written_as_it_always_was(string file) =>
        GoldenFile.AssertIs($"stored/{file}.jsonl", string.Join('\n', The(file).Lines));

    [Theory, MemberData(nameof(Shapes))]
    public void What_was_written_is_read_and_written_again_without_a_loss(string file)
    {
        var shape = The(file);
        Assert.All(Golden(file), line => Assert.Equal(line, shape.Write(shape.Read(line))));
    }

    [Fact]
    public void A_property_that_a_line_has_lost_is_missed()
    {
        var lost = StoredShapes.All.SelectMany(shape => PropertyRemoval.Unmissed(shape, Golden(shape.File)));

        GoldenFile.AssertIs("stored/written-never-read.txt", string.Join('\n', lost));
    }

    [Fact]
    public void Everything_that_leaves_comes_back_from_its_row() => Assert.All(StorySamples.Outgoing, outgoing =>
    {
        var row = StorySamples.RowOf(outgoing);
        var again = StorySamples.RowOf(row.What.ToOutgoing());
        Assert.Equal(The("outbox.row").Write(row), The("outbox.row").Write(again));
    });

    [Fact]
    public void No_golden_file_of_a_shape_is_left_over() => Assert.Equal(
        StoredShapes.All.Select(shape => $"{shape.File}.jsonl").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(GoldenFile.Folder, "stored"), "*.jsonl").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static StoredShape The(string file) => StoredShapes.All.Single(shape => shape.File == file);

    private static string[] Golden(string file) => File.ReadAllLines(Path.Combine(GoldenFile.Folder, "stored", $"{file}.jsonl"));
}
