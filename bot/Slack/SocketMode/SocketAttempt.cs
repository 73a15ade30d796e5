using System.Net.WebSockets;

namespace IntroBot.Slack.SocketMode;

/// <summary>What an attempt to open a socket led to.</summary>
internal abstract record SocketAttempt
{
    private SocketAttempt() { }

    public sealed record Connected(ClientWebSocket Socket) : SocketAttempt;

    /// <summary>Slack opens none with the present settings, which an administrator may change.</summary>
    public sealed record Refused(string Error) : SocketAttempt;

    /// <summary>Nothing came of it, and a later attempt may do better.</summary>
    public sealed record Failed(TimeSpan After) : SocketAttempt;

    /// <summary>What no further attempt mends.</summary>
    public sealed record Hopeless(string Error) : SocketAttempt;
}
