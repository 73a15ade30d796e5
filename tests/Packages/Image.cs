using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace IntroBot.Tests.Packages;

/// <summary>One file or folder of the image: its owner, its rights, and the hash of what is in it.</summary>
internal sealed record ImageFile(string Path, int Owner, UnixFileMode Mode, string Hash);

/// <summary>What an OCI archive holds: its configuration, and the files of its last layer, which is the program's.</summary>
internal sealed class Image
{
    private readonly Dictionary<string, byte[]> blobs = [];

    private Image(string archive)
    {
        using var tar = new TarReader(File.OpenRead(archive));
        while (tar.GetNextEntry() is { } entry) blobs[entry.Name] = Bytes(entry);
        var index = JsonNode.Parse(blobs["index.json"])!;
        Names =
            [.. index.Objects("manifests").Select(manifest => $"{manifest.At("annotations").Text("org.opencontainers.image.ref.name")}")];
        var manifest = Blob(index.Objects("manifests").First());
        Settings = JsonNode.Parse(Blob(JsonNode.Parse(manifest).At("config")))!;
        Files = [.. FilesOf(Blob(JsonNode.Parse(manifest).Objects("layers").Last()))];
    }

    public IReadOnlyList<string> Names { get; }

    public JsonNode Settings { get; }

    public JsonNode? Run => Settings.At("config");

    public IReadOnlyList<ImageFile> Files { get; }

    public static Image Read(string archive) => new(archive);

    private byte[] Blob(JsonNode? descriptor) => blobs[$"blobs/{descriptor.Text("digest").Replace(':', '/')}"];

    private static IEnumerable<ImageFile> FilesOf(byte[] layer)
    {
        using var tar = new TarReader(new GZipStream(new MemoryStream(layer), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
            yield return new ImageFile(entry.Name.TrimEnd('/'), entry.Uid, entry.Mode, Convert.ToHexString(SHA256.HashData(Bytes(entry))));
    }

    private static byte[] Bytes(TarEntry entry)
    {
        using var bytes = new MemoryStream();
        entry.DataStream?.CopyTo(bytes);
        return bytes.ToArray();
    }
}
