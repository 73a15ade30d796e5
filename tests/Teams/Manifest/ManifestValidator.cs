using System.Net.Http.Json;

namespace IntroBot.Tests.Teams.Manifest;

/// <summary>Microsoft's own schema of a manifest, asked in a process of its own.</summary>
public sealed class ManifestValidator : IAsyncLifetime
{
    private readonly NodePeer peer = new();
    private readonly HttpClient client = new();

    internal async Task<string[]> FaultsAsync(string manifest)
    {
        using var words = new StringContent(manifest);
        using var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{peer.Port}/"), words);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<string[]>())!;
    }

    public async ValueTask InitializeAsync() => await peer.StartOwnAsync("validate-manifest.cjs", "ready to validate", $"{peer.Port}");

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        peer.Dispose();
        return ValueTask.CompletedTask;
    }
}
