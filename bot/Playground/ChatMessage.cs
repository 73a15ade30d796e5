namespace IntroBot.Playground;

/// <summary>
/// One stored message of a room. <paramref name="From"/> is empty for the bot; a message has either text or a card.
/// <paramref name="Revision"/> increases with every press and change; <paramref name="Applied"/> lists the envelopes that changed it.
/// </summary>
public sealed record ChatMessage(
    [property: JsonPropertyName("Id")] string Id,
    [property: JsonPropertyName("At")] DateTimeOffset At,
    [property: JsonPropertyName("From")] string From,
    [property: JsonPropertyName("Words")] string Words,
    [property: JsonPropertyName("Card")] Card? Card,
    [property: JsonPropertyName("Revision")] int Revision,
    [property: JsonPropertyName("Applied")] ImmutableArray<string> Applied)
{
    public const string Bot = "";

    public static ChatMessage Said(string id, string from, string words) => new(id, default, from, words, null, 0, []);

    public static ChatMessage Of(string id, Card card) => new(id, default, Bot, "", card, 0, []);

    public ChatMessage Pressed() => this with { Revision = Revision + 1 };

    public ChatMessage Replaced(Card card, string by) =>
        this with { Card = card, Words = "", Revision = Revision + 1, Applied = Applied.Add(by) };
}
