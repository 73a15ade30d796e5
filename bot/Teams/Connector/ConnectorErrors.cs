using System.Collections.Frozen;
using System.Net;
using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>
/// What the connector's refusals mean for us;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability"/>.
/// </summary>
internal static class ConnectorErrors
{
    /// <summary>Ours, for an address that no genuine activity could have named.</summary>
    public const string UntrustedAddress = "UntrustedAddress";

    /// <summary>Ours, for a token that Teams does not take.</summary>
    public const string TokenRefused = "TokenRefused";

    private static readonly FrozenSet<string> Gone = FrozenSet.Create(
        "ConversationNotFound", "BotNotInConversationRoster", "ActivityNotFoundInConversation");

    /// <summary>A rejection, with what has to change before the call can succeed.</summary>
    public static SendResult<T>.Rejected Rejected<T>(string error) => new(error, ConcernsOf(error));

    /// <summary>The place is not there any more.</summary>
    public static bool IsGone(string error) => Gone.Contains(error);

    public static string CodeOf(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.Unauthorized => TokenRefused,
        _ when Read(body, ActivityJson.Default.ConnectorFault) is { Error.Code: { Length: > 0 } code } => code,
        _ => $"Http{(int)status}",
    };

    private static Concerns ConcernsOf(string error) => error switch
    {
        TokenRefused or "BotNotRegistered" or "InvalidBotApiHost" => Concerns.Workspace,
        "BadSyntax" or "BadArgument" or "MessageSizeTooBig" or "Http413" => Concerns.Content,
        _ => Concerns.Recipient,
    };

    /// <summary>Null when the words are not the connector's, such as the page of a proxy on the way.</summary>
    public static T? Read<T>(string body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
