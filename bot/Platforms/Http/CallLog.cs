using System.Security.Cryptography;

namespace IntroBot.Platforms.Http;

/// <summary>
/// Tells the log how calls to a platform ended. Workspaces and conversations are keyed hashes: lines of one conversation can be found
/// together, and they do not tell which it is. The key is new at every start.
/// </summary>
internal sealed partial class CallLog(string platform, ILogger<CallLog> logger)
{
    private const int HashLength = 6;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public void Ended<T>(HttpCall call, int status, SendResult<T> result)
    {
        switch (result)
        {
            case SendResult<T>.Sent:
                break;
            case SendResult<T>.Rejected rejected:
                // What a stranger sends can lead to a rejected answer; a broken installation is for an administrator to mend.
                var level = rejected.Concerns is Concerns.Workspace ? LogLevel.Warning : LogLevel.Information;
                Log.Rejected(logger, level, platform, call.Route, Hash(call), status, rejected.Code, rejected.Concerns);
                break;
            case SendResult<T>.RetryAfter later when status == StatusCodes.Status429TooManyRequests:
                Log.RateLimited(logger, platform, call.Route, Hash(call), status, later.Delay.TotalSeconds);
                break;
            case SendResult<T>.RetryAfter later:
                Log.Busy(logger, platform, call.Route, Hash(call), status, later.Delay.TotalSeconds);
                break;
            case SendResult<T>.Unknown:
                Log.Unknown(logger, platform, call.Route, Hash(call), status);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public void Unreachable(HttpCall call, HttpRequestException failure) =>
        Log.Unreachable(logger, platform, call.Route, Hash(call), failure.HttpRequestError, ExceptionSummary.Of(failure));

    public void Lost(HttpCall call, Exception failure) =>
        Log.Lost(logger, platform, call.Route, Hash(call), ExceptionSummary.Of(failure));

    private string Hash(HttpCall call) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(call.Scope)).AsSpan(0, HashLength));

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 1, Message = "{Platform} rejected {Route} for {Scope}: {Code} (HTTP {Status}, concerns the {Concerns})")]
        public static partial void Rejected(
            ILogger logger, LogLevel level, string platform, string route, string scope, int status, string code, Concerns concerns);

        [LoggerMessage(2, LogLevel.Information, "{Platform} rate limited {Route} for {Scope} (HTTP {Status}): retry after {Seconds} s")]
        public static partial void RateLimited(
            ILogger logger, string platform, string route, string scope, int status, double seconds);

        [LoggerMessage(3, LogLevel.Information, "{Platform} is busy at {Route} for {Scope} (HTTP {Status}): retry after {Seconds} s")]
        public static partial void Busy(ILogger logger, string platform, string route, string scope, int status, double seconds);

        [LoggerMessage(
            4, LogLevel.Warning, "{Platform} gave no readable answer to {Route} for {Scope} (HTTP {Status}): it may have been done")]
        public static partial void Unknown(ILogger logger, string platform, string route, string scope, int status);

        [LoggerMessage(5, LogLevel.Warning, "{Platform} is unreachable at {Route} for {Scope}, retry later: {Error} {Failure}")]
        public static partial void Unreachable(
            ILogger logger, string platform, string route, string scope, HttpRequestError error, string failure);

        [LoggerMessage(
            6, LogLevel.Warning, "{Platform} timeout or lost answer at {Route} for {Scope}: it may have been done: {Failure}")]
        public static partial void Lost(ILogger logger, string platform, string route, string scope, string failure);
    }
}
