using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>The one workspace whose token stands in the configuration; which one it is, Slack is asked once and the answer kept.</summary>
internal sealed class ConfiguredInstallation(SlackOptions options, SlackClient client, IShelf shelf) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private Installation? known;

    /// <summary>The installation; null when there is no token, or Slack cannot be asked.</summary>
    public async Task<Installation?> FindAsync(CancellationToken token)
    {
        if (known is not null || string.IsNullOrWhiteSpace(options.BotToken))
        {
            return known;
        }

        await one.WaitAsync(token);
        try
        {
            return known ??= await RecallAsync(token) ?? await AskAsync(token);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Kept under the token's digest, so that another token is asked about anew.</summary>
    private string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.BotToken!)))[..32];

    private async Task<Installation?> RecallAsync(CancellationToken token) =>
        (await shelf.FindAsync(SlackShelves.Own, Key, token))?.Split(' ') is [var team, var bot] ? new Installation(team, bot, options.BotToken!) : null;

    private async Task<Installation?> AskAsync(CancellationToken token)
    {
        var bearer = new AuthenticationHeaderValue("Bearer", options.BotToken);
        var asked = await client.CallAsync("auth.test", "", bearer, new Dictionary<string, string>(), SlackApiJson.Default.AuthResponse, token);
        if (asked is not SlackResult<AuthResponse>.Done { Value: { TeamId: { } team, UserId: { } bot } } || !SlackIds.IsTeam(team))
        {
            return null;
        }

        await shelf.PutAsync(SlackShelves.Own, Key, $"{team} {bot}", token);
        return new Installation(team, bot, options.BotToken!);
    }
}
