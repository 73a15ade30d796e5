using System.Collections.Frozen;
using IntroBot.Platforms;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// The keys of the Bot Connector, which change without notice: read anew twice a day, and when a token names one that is not among them.
/// An invented key name makes us read them, at most once a second; a read brings all keys there are, and requests that come meanwhile
/// wait for the next, so that no flood keeps a real key out.
/// </summary>
internal sealed partial class ConnectorKeys(
    HttpClient http, TeamsOptions options, [SystemClock] TimeProvider clock, ILogger<ConnectorKeys> logger)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan TimeToLive = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>How long keys go on counting that could not be read anew.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly HttpDocumentRetriever documents = new(http) { RequireHttps = options.Metadata.Scheme == Uri.UriSchemeHttps };
    private readonly OpenIdConnectConfigurationRetriever reading = new();
    private readonly Lock gate = new();
    private Known known = new(FrozenDictionary<string, ConnectorKey>.Empty, DateTimeOffset.MinValue);
    private DateTimeOffset looked = DateTimeOffset.MinValue;
    private Task<Known>? next;

    /// <summary>The key of this name, or null when there is none.</summary>
    public async Task<ConnectorKey?> FindAsync(string id)
    {
        var now = known;
        return (now.Until > clock.GetUtcNow() && now.Keys.ContainsKey(id) ? now : await NextLookAsync()).Keys.GetValueOrDefault(id);
    }

    /// <summary>A look that has not begun yet: one that has may have missed what a new token brings.</summary>
    private Task<Known> NextLookAsync()
    {
        lock (gate)
        {
            return next ??= Task.Run(LookAsync);
        }
    }

    private async Task<Known> LookAsync()
    {
        if (looked + BetweenLooks - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, CancellationToken.None);
        }

        lock (gate)
        {
            (next, looked) = (null, clock.GetUtcNow());
        }

        try
        {
            var told = (await ((IConfigurationRetriever<OpenIdConnectConfiguration>)reading)
                .GetConfigurationAsync(options.OpenIdMetadata, documents, CancellationToken.None)).JsonWebKeySet;
            return known = new Known(
                (told?.Keys ?? [])
                    .Where(key => key.Kid is { Length: > 0 })
                    .DistinctBy(key => key.Kid, StringComparer.Ordinal)
                    .ToFrozenDictionary(key => key.Kid, key => new ConnectorKey(key, ChannelsOf(key)), StringComparer.Ordinal),
                clock.GetUtcNow() + TimeToLive);
        }
#pragma warning disable CA1031 // Whatever keeps the keys away: the ones known go on counting, and a token that names another is refused.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.NotRead(logger, ExceptionSummary.Of(failure));
            return known = known with { Until = clock.GetUtcNow() + Grace };
        }
    }

    private static ImmutableArray<string> ChannelsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed) && listed is JsonElement { ValueKind: JsonValueKind.Array } channels
            ? [.. channels.EnumerateArray()
                .Where(channel => channel.ValueKind == JsonValueKind.String)
                .Select(channel => channel.GetString()!)]
            : [];

    /// <summary>All keys there were at one look, and how long they count without another.</summary>
    private sealed record Known(FrozenDictionary<string, ConnectorKey> Keys, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys of Teams could not be read: {Failure}")]
        public static partial void NotRead(ILogger logger, string failure);
    }
}

/// <summary>A key, and the channels for which it may speak.</summary>
internal sealed record ConnectorKey(SecurityKey Key, ImmutableArray<string> Channels);
