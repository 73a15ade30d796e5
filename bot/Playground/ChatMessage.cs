using System.Collections.Immutable;
using IntroBot.Chat;

namespace IntroBot.Playground;

/// <summary>
/// One message of a place, as it is kept. <paramref name="From"/> is empty when the bot speaks; a message has either words or a card.
/// <paramref name="Revision"/> goes up with every press and change; <paramref name="Applied"/> names the envelopes that changed it.
/// </summary>
public sealed record ChatMessage(
    string Id, DateTimeOffset At, string From, string Words, Card? Card, int Revision, ImmutableArray<string> Applied)
{
    public const string Bot = "";

    public static ChatMessage Said(string id, string from, string words) => new(id, default, from, words, null, 0, []);

    public static ChatMessage Of(string id, Card card) => new(id, default, Bot, "", card, 0, []);

    public ChatMessage Pressed() => this with { Revision = Revision + 1 };

    public ChatMessage Replaced(Card card, string by) =>
        this with { Card = card, Words = "", Revision = Revision + 1, Applied = Applied.Add(by) };
}
