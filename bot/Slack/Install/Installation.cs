using IntroBot.Slack.WebApi;

namespace IntroBot.Slack.Install;

/// <summary>The app in one workspace, with the token it speaks with; the token never leaves this room and is never logged.</summary>
internal sealed record Installation(string Team, string BotUser, string Token)
{
    public override string ToString() => $"Installation in {Team}";
}

/// <summary>Knows where the app is installed.</summary>
internal interface IInstallations
{
    /// <summary>The app in a workspace; null when it is not installed there, or Slack cannot be asked.</summary>
    Task<Installation?> FindAsync(string team, CancellationToken token);

    /// <summary>As above without waiting for Slack: throws <see cref="SlackUnreachableException"/> when only Slack could tell.</summary>
    Task<Installation?> RecallAsync(string team, CancellationToken token);

    /// <summary>The one workspace that is configured where no other can install the app; null where others can, or none is.</summary>
    Task<Installation?> OnlyAsync(bool mayAsk, CancellationToken token);

    /// <summary>
    /// The successor of an installation whose token Slack takes no more: one that is stored by now, or, where the token
    /// <paramref name="isExpired"/>, one it is exchanged for; null when it has none.
    /// </summary>
    Task<Installation?> RenewAsync(Installation refused, bool isExpired, CancellationToken token);

    /// <summary>Slack calls this token ended: it is forgotten, unless another has taken its place.</summary>
    Task EndAsync(Installation ended, CancellationToken token);

    /// <summary>
    /// The app was taken out of a workspace: its tokens are forgotten, unless it was installed again since <paramref name="at"/>.
    /// </summary>
    Task EndAsync(string team, DateTimeOffset? at, CancellationToken token);

    /// <summary>When the app was taken out of a workspace; null when it is there, or never was.</summary>
    Task<DateTimeOffset?> EndedAtAsync(string team, CancellationToken token);
}
