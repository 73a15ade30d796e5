namespace IntroBot.Slack.SocketMode;

/// <summary>Why the next socket should open.</summary>
internal enum SocketEnd
{
    /// <summary>The socket is gone, or about to go.</summary>
    Lost,

    /// <summary>Slack asked for another while this one lasts.</summary>
    Asked,

    /// <summary>Socket Mode was switched off.</summary>
    Disabled,
}
