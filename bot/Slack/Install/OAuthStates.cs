using System.Security.Cryptography;
using IntroBot.Platforms;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Slack.Install;

/// <summary>
/// The state that goes to Slack's consent page and comes back: random, good for ten minutes and for one return, and only beside the proof
/// in the cookie of the browser that set out.
/// </summary>
internal sealed class OAuthStates(IDataProtectionProvider protection, IWorkQueue queue, [SystemClock] TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>The workspace is not known yet.</summary>
    private static readonly WorkOwner NoWorkspace = new(new WorkspaceId("slack"));

    private readonly IDataProtector protector = protection.CreateProtector("IntroBot.Slack.State");

    public (string State, string Proof) Issue()
    {
        var state = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var ends = (clock.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (state, protector.Protect($"{state} {ends}"));
    }

    /// <summary>Whether the state is ours, alive, of this browser and never used; from now on it is used.</summary>
    public async Task<bool> SpendAsync(string state, string? proof, CancellationToken token)
    {
        if (!IsOurs(state, proof))
        {
            return false;
        }

        var key = $"state-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..32]}";
        return await queue.AddAsync(NoWorkspace, key, null, token);
    }

    private bool IsOurs(string state, string? proof)
    {
        try
        {
            return proof is not null
                && protector.Unprotect(proof).Split(' ') is [var expected, var ends]
                && long.Parse(ends, CultureInfo.InvariantCulture) >= clock.GetUtcNow().ToUnixTimeSeconds()
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(state));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
