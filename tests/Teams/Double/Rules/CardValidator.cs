using System.Net.Http.Json;

[assembly: AssemblyFixture(typeof(IntroBot.Tests.Teams.Double.Rules.CardValidator))]

namespace IntroBot.Tests.Teams.Double.Rules;

/// <summary>
/// Microsoft's own parser of Adaptive Cards, held to version 1.5: started by the first test that needs it, shared by all.
/// </summary>
public sealed class CardValidator : IDisposable
{
    private readonly NodePeer peer = new();
    private readonly HttpClient client = new();
    private readonly Lazy<Task> started;

    public CardValidator() => started = new(() => peer.StartOwnAsync("validate-cards.cjs", "ready to validate", $"{peer.Port}"));

    internal async Task<string[]> FaultsAsync(JsonElement card)
    {
        await started.Value;
        using var answer = await client.PostAsync(new Uri($"http://127.0.0.1:{peer.Port}/"), new StringContent(card.GetRawText()));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<string[]>())!;
    }

    public void Dispose()
    {
        client.Dispose();
        peer.Dispose();
    }
}
