using System.Security.Cryptography;

namespace IntroBot.Tests.Slack.Double;

/// <summary>A bot token of one workspace.</summary>
internal sealed class FakeSlackToken
{
    /// <summary>How long an access token lives once the app rotates its tokens.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private const int MaxLive = 2;

    private FakeSlackToken(FakeSlackWorkspace workspace, IEnumerable<string> scopes)
    {
        var rotates = workspace.Slack.App.RotatesTokens;
        Workspace = workspace;
        Scopes = [.. scopes];
        Value = $"{(rotates ? "xoxe.xoxb-1" : "xoxb")}-{RandomNumberGenerator.GetHexString(40, lowercase: true)}";
        if (!rotates) return;
        RefreshToken = $"xoxe-1-{RandomNumberGenerator.GetHexString(40, lowercase: true)}";
        Ends = workspace.Slack.Clock.GetUtcNow() + Life;
    }

    public FakeSlackWorkspace Workspace { get; }

    public string Value { get; }

    /// <summary>What it may do; a test may take something away.</summary>
    public ImmutableHashSet<string> Scopes { get; set; }

    /// <summary>What it can be exchanged for once, when the app rotates its tokens.</summary>
    public string? RefreshToken { get; private set; }

    /// <summary>When Slack takes it no more; a test may end it before its time.</summary>
    public DateTimeOffset? Ends { get; set; }

    public bool IsRevoked { get; set; }

    internal bool IsExpired => Ends <= Workspace.Slack.Clock.GetUtcNow();

    internal static FakeSlackToken Issue(FakeSlackWorkspace workspace, IEnumerable<string> scopes)
    {
        var token = new FakeSlackToken(workspace, scopes);
        workspace.Tokens = workspace.Tokens.Add(token);
        if (token.Ends is not null)
        {
            // A third live token ends the oldest one.
            foreach (var old in workspace.Tokens.Where(each => each is { IsRevoked: false, IsExpired: false, Ends: not null })
                .SkipLast(MaxLive))
                old.IsRevoked = true;
        }
        return token;
    }

    internal FakeSlackToken Refresh()
    {
        RefreshToken = null;
        return Issue(Workspace, Scopes);
    }
}
