namespace IntroBot.Slack.Inbound;

/// <summary>Why a request is not taken for Slack's.</summary>
public enum SignatureFailure
{
    /// <summary>Without a signature or a timestamp, or with several.</summary>
    SignatureMissing,

    /// <summary>The signature or the timestamp is not of Slack's form.</summary>
    SignatureMalformed,

    /// <summary>More than five minutes old or early: a replay, or one of the clocks is off.</summary>
    TimestampExpired,

    /// <summary>Signed with another secret, or changed on its way.</summary>
    SignatureMismatch,
}
