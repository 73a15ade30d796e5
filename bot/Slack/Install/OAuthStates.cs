using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntroBot.Platforms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Slack.Install;

/// <summary>
/// The state that goes to Slack's consent page and comes back: random, good for ten minutes and for one return, and only beside the proof
/// in the cookie of the browser that set out.
/// </summary>
internal sealed class OAuthStates(IDataProtectionProvider protection, IKeyValueStore store, WallClock wall)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("IntroBot.Slack.State");

    public (string State, string Proof) Issue()
    {
        var state = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return (state, protector.Protect($"{state} {(wall.Now + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"));
    }

    /// <summary>Whether the state is ours, alive, of this browser and never used; from now on it is used.</summary>
    public async Task<bool> SpendAsync(string state, string? proof, CancellationToken token)
    {
        if (!IsOurs(state, proof))
        {
            return false;
        }

        // Kept with the events of the day, and swept with them long after its ten minutes.
        var key = $"state-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..32]}";
        foreach (var day in (DateTimeOffset[])[wall.Now, wall.Now - Life])
        {
            if (await store.FindAsync(DailyShelf.Of(SlackStoreNames.Seen, day), key, token) is not null)
            {
                return false;
            }
        }

        await store.PutAsync(DailyShelf.Of(SlackStoreNames.Seen, wall.Now), key, "", token);
        return true;
    }

    private bool IsOurs(string state, string? proof)
    {
        try
        {
            return proof is not null
                && protector.Unprotect(proof).Split(' ') is [var expected, var ends]
                && long.Parse(ends, CultureInfo.InvariantCulture) >= wall.Now.ToUnixTimeSeconds()
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(state));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
