using System.Collections.Frozen;
using IntroBot.Platforms;

namespace IntroBot.Slack.WebApi;

/// <summary>What Slack's error codes mean for us; <see href="https://docs.slack.dev/apis/web-api"/>.</summary>
internal static partial class SlackErrors
{
    private const string ExpiredTrigger = "expired_trigger_id";
    private const string InvalidArguments = "invalid_arguments";

    public const string TokenExpired = "token_expired";
    public const string InvalidAuth = "invalid_auth";

    /// <summary>Ours, for a workspace without a token.</summary>
    public const string NotInstalled = "not_installed";

    public const string HashConflict = "hash_conflict";

    /// <summary>Two spellings of one thing.</summary>
    private static readonly FrozenSet<string> TooMany = FrozenSet.Create("ratelimited", "rate_limited");

    /// <summary>The trigger was too late, or used before; the guide and the methods' own pages spell it differently.</summary>
    private static readonly FrozenSet<string> OfTrigger = FrozenSet.Create(
        "trigger_expired", "trigger_exchanged", ExpiredTrigger, "exchanged_trigger_id", "invalid_trigger_id");

    /// <summary>Nothing was done, and later it may be.</summary>
    private static readonly FrozenSet<string> Passing = FrozenSet.Create("service_unavailable", "team_added_to_org", "request_timeout");

    /// <summary>Slack documents that the act may have been done all the same.</summary>
    private static readonly FrozenSet<string> Doubtful = FrozenSet.Create("internal_error", "fatal_error");

    /// <summary>The installation has ended.</summary>
    private static readonly FrozenSet<string> Ended = FrozenSet.Create("account_inactive", "token_revoked");

    /// <summary>What we sent breaks one of Slack's limits or rules.</summary>
    private static readonly FrozenSet<string> OfContent = FrozenSet.Create(
        InvalidArguments, "invalid_arg_name", "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long",
        "no_text", "view_too_large", "metadata_too_large", "invalid_metadata_format", "invalid_metadata_schema", "block_mismatch");

    /// <summary>The wrong token, or an address that is not allowed: an administrator has to mend it before anything can be sent.</summary>
    private static readonly FrozenSet<string> OfInstallation = FrozenSet.Create(
        NotInstalled, InvalidAuth, "not_authed", TokenExpired, "not_allowed_token_type", "missing_scope", "ekm_access_denied",
        "account_inactive", "token_revoked");

    /// <summary>
    /// The error of an answer. A trigger that is over is also told as invalid arguments, with a sentence about the trigger beside it:
    /// <see href="https://github.com/slackapi/bolt-python/issues/434"/>.
    /// </summary>
    public static string Of(SlackResponse response) => response.Error switch
    {
        null or "" => "unknown_error",
        InvalidArguments when response.ResponseMetadata?.Messages?.Any(told => told is not null && AboutTrigger().IsMatch(told)) is true =>
            ExpiredTrigger,
        var error => error,
    };

    public static bool IsTooMany(string error) => TooMany.Contains(error);

    /// <summary>A modal that another trigger opens.</summary>
    public static bool IsOfTrigger(string error) => OfTrigger.Contains(error);

    public static bool IsPassing(string error) => Passing.Contains(error);

    public static bool IsDoubtful(string error) => Doubtful.Contains(error);

    /// <summary>A newer token, by another instance or another consent, may do better.</summary>
    public static bool IsOfOldToken(string error) => error is TokenExpired or InvalidAuth || IsEnd(error);

    public static bool IsEnd(string error) => Ended.Contains(error);

    /// <summary>A rejection, with what has to change before the call can succeed.</summary>
    public static SendResult<T>.Rejected Rejected<T>(string error) => new(error, ConcernsOf(error));

    private static Concerns ConcernsOf(string error) =>
        OfInstallation.Contains(error) ? Concerns.Workspace
        : OfContent.Contains(error) ? Concerns.Content
        : Concerns.Recipient;

    [GeneratedRegex(
        @"(?=.*\btrigger([ _]?ids?)?\b)(?=.*\b(expir|exchang|used\b|invalid))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AboutTrigger();
}
