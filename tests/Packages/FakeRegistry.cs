using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Packages;

/// <summary>
/// A double of Microsoft's registry on this machine, with one image: as slight as an image can be, and configured as Microsoft's own for
/// native programs, by whose environment the image's user and ports are found.
/// </summary>
internal sealed class FakeRegistry : IAsyncDisposable
{
    private const string Repository = "dotnet/runtime-deps";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private readonly Dictionary<string, byte[]> blobs = [];
    private readonly WebApplication host;
    private readonly int port;

    private FakeRegistry()
    {
        port = FreePort.Next();
        var layer = new byte[1024];
        var config = Keep(Encoding.UTF8.GetBytes(
            $$"""
            {"architecture":"amd64","os":"linux",
            "config":{"Env":["APP_UID=1654","ASPNETCORE_HTTP_PORTS=8080","DOTNET_RUNNING_IN_CONTAINER=true"],"User":"1654"},
            "rootfs":{"type":"layers","diff_ids":["{{Digest(layer)}}"]},"history":[{"created":"2026-01-01T00:00:00Z"}]}
            """));
        var packed = Keep(Packed(layer));
        var manifest = Encoding.UTF8.GetBytes(
            $$"""
            {"schemaVersion":2,"mediaType":"{{ManifestType}}",
            "config":{"mediaType":"application/vnd.oci.image.config.v1+json","size":{{blobs[config].Length}},"digest":"{{config}}"},
            "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","size":{{blobs[packed].Length}},"digest":"{{packed}}"}]}
            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        host = builder.Build();
        host.MapGet("/v2/", () => Results.Ok());
        host.MapGet($"/v2/{Repository}/manifests/{{reference}}", (string reference) => Results.Bytes(manifest, ManifestType));
        host.MapGet(
            $"/v2/{Repository}/blobs/{{digest}}",
            (string digest) => blobs.TryGetValue(digest, out var blob) ? Results.Bytes(blob) : Results.NotFound());
    }

    /// <summary>The image under the name and tag that <paramref name="original"/> has with Microsoft.</summary>
    public string InPlaceOf(string original) => original.Replace("mcr.microsoft.com", $"localhost:{port}", StringComparison.Ordinal);

    public static async Task<FakeRegistry> StartAsync()
    {
        var registry = new FakeRegistry();
        await registry.host.StartAsync();
        return registry;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal)) zip.Write(bytes);
        return packed.ToArray();
    }

    private string Keep(byte[] blob)
    {
        blobs[Digest(blob)] = blob;
        return Digest(blob);
    }
}
