using IntroBot.Playground.Community;
using IntroBot.Playground.Html;

namespace IntroBot.Playground.Page;

/// <summary>Renders the messages of a room, oldest first: cards of the bot, and people's messages as bubbles.</summary>
public static class PageMessages
{
    public static HtmlFragment List(PageState page, string place, ImmutableArray<ChatMessage> messages, string label) => HtmlFragment.When(
        !messages.IsEmpty, $"""
        <div class="scroller" tabindex="0" role="group" aria-label="{label}">
          <ol class="messages">
            {messages.Select(message => Of(page, place, message))}
          </ol>
        </div>
        """);

    private static HtmlFragment Of(PageState page, string place, ChatMessage message)
    {
        var time = HtmlWords.Time(message.At, page.Who.TimeZone);
        var content = message.Card is { } card
            ? HtmlCards.Of(card, new CardLocation(page.Who.Id, place, message.Id, message.Revision))
            : Bubble(message.Words);
        return HtmlFragment.Of($"""
            <li class="message {Side(page, message)}" id="{IdOf(place, message)}">
              <p class="byline">{Avatar(message.From)}<span class="from">{NameOf(page, message.From)}</span> {time}</p>
              {content}
            </li>
            """);
    }

    public static HtmlFragment Avatar(string person)
    {
        var style = person.Length == 0 ? "of-bot" : "of-" + person;
        return HtmlFragment.Of($"""<span class="avatar {style}" aria-hidden="true">{Initials(person)}</span>""");
    }

    private static HtmlFragment Bubble(string words) =>
        HtmlFragment.Of($"""<p class="bubble" dir="auto">{HtmlWords.Lines(words, HtmlLimits.Paragraph)}</p>""");

    private static string Side(PageState page, ChatMessage message) =>
        message.From.Length == 0 ? "bot" : message.From == page.Who.Id ? "mine" : "theirs";

    private static string IdOf(string place, ChatMessage message) => $"m-{place}-{message.Id}";

    private static string NameOf(PageState page, string person) => person.Length == 0
        ? "IntroBot"
        : person == page.Who.Id ? "You" : PlaygroundCast.Find(person)?.Name ?? person;

    private static string Initials(string person) => person.Length == 0
        ? "IB"
        : string.Concat((PlaygroundCast.Find(person)?.Name ?? person).Split(' ').Select(word => word[..1]));
}
