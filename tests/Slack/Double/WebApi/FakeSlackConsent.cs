using System.Security.Cryptography;

namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>A person's consent that waits to be exchanged for a token.</summary>
internal sealed record FakeSlackGrant(
    FakeSlackWorkspace Workspace, FakeSlackPerson Installer, IReadOnlyCollection<string> Scopes, string RedirectUri, DateTimeOffset At);

/// <summary>A consent page in somebody's browser.</summary>
internal sealed record FakeSlackConsent(FakeSlack Slack, string ClientId, string Scope, string State, string RedirectUri)
{
    public IReadOnlyList<string> Scopes => Scope.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The installer agrees; the address their browser goes to.</summary>
    /// <param name="installer">Who agrees, for their own workspace.</param>
    /// <param name="declined">Optional scopes they did not grant.</param>
    public Uri Allow(FakeSlackPerson installer, params string[] declined)
    {
        var code = $"{RandomNumberGenerator.GetHexString(12)}.{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        lock (Slack.Gate) Slack.Grants[code] = new FakeSlackGrant(
            installer.Workspace, installer, [.. Scopes.Except(declined)], RedirectUri, Slack.Clock.GetUtcNow());
        return Back($"code={code}");
    }

    public Uri Deny() => Back("error=access_denied");

    private Uri Back(string what)
    {
        var target = RedirectUri.Length > 0 ? RedirectUri : Slack.App.RedirectUrls[0].AbsoluteUri;
        return new Uri($"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{what}&state={Uri.EscapeDataString(State)}");
    }
}
