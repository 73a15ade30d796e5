using System.Runtime.CompilerServices;
using IntroBot.Slack.BlockKit;

namespace IntroBot.Slack.Inbound;

/// <summary>What Slack hears at once; over HTTP a body, over a socket the payload of the acknowledgement.</summary>
public abstract record SlackAnswer
{
    private SlackAnswer() { }

    /// <summary>Understood and stored; the body is really empty, as closing a modal needs it.</summary>
    public sealed record Empty : SlackAnswer;

    /// <summary>A message, a response action or options, as JSON.</summary>
    public sealed record Json(string Body) : SlackAnswer
    {
        /// <summary>What it says, where that can as well be said later and elsewhere.</summary>
        public Card? Card { get; init; }
    }

    /// <summary>Words as they are.</summary>
    public sealed record Text(string Body) : SlackAnswer;

    /// <summary>Not a request that makes sense.</summary>
    public sealed record BadRequest : SlackAnswer;

    /// <summary>Not stored, through no fault of Slack's: it sends an event again.</summary>
    public sealed record Failed : SlackAnswer;

    /// <summary>
    /// Not answered, since Slack has to say first who acts; the adapter sets the request aside, and Slack hears nothing of it.
    /// </summary>
    public sealed record Unidentified(string Team, string User) : SlackAnswer;

    /// <summary>What was drawn of cards that are still in use: some never change, and are drawn once.</summary>
    private static readonly ConditionalWeakTable<Card, Json> Drawn = [];

    /// <summary>An ephemeral card.</summary>
    public static SlackAnswer Say(Card card) =>
        Drawn.GetValue(card, static each =>
            new Json(JsonSerializer.Serialize(MessageAnswer.Private(each), SlackAnswerJson.Default.MessageAnswer)) { Card = each });

    public static SlackAnswer Of(ViewAction action) => new Json(JsonSerializer.Serialize(action, SlackAnswerJson.Default.ViewAction));

    public static SlackAnswer Of(OptionsAnswer answer) => new Json(BlockKitJson.Write(answer));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ViewAction))]
internal sealed partial class SlackAnswerJson : JsonSerializerContext;
