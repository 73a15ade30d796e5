using System.Buffers.Binary;
using System.IO.Compression;

namespace IntroBot.Tests.Teams.Manifest;

/// <summary>A PNG of eight bits for each of red, green, blue and opacity, read to the last dot.</summary>
internal sealed class PngImage
{
    private const int Signature = 8, Around = 12, Channels = 4;

    private PngImage(int width, int height, byte[] dots) => (Width, Height, Dots) = (width, height, dots);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Four bytes a dot, line by line.</summary>
    private byte[] Dots { get; }

    public static PngImage Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var head = Chunks(file).First(chunk => chunk.Name == "IHDR").Data;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)));
        Assert.Equal(new byte[] { 8, 6, 0, 0, 0 }, head[8..]);
        using var packed = new MemoryStream([.. Chunks(file).Where(chunk => chunk.Name == "IDAT").SelectMany(chunk => chunk.Data)]);
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var dots = new byte[width * height * Channels];
        for (var line = 0; line < height; line++)
        {
            // Only lines as they are: an icon is small enough to go without a filter.
            Assert.Equal(0, lines.ReadByte());
            lines.ReadExactly(dots, line * width * Channels, width * Channels);
        }

        return new PngImage(width, height, dots);
    }

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Opacity)> Colors =>
        Dots.Chunk(Channels).Select(dot => (dot[0], dot[1], dot[2], dot[3]));

    private static IEnumerable<(string Name, byte[] Data)> Chunks(byte[] file)
    {
        for (var at = Signature; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (System.Text.Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += Around + length;
        }
    }
}
