using IntroBot.Playground.Community;
using IntroBot.Playground.Html;

namespace IntroBot.Playground.Page;

/// <summary>Renders the conversations of a person: a link to each with an unread mark, and the current one.</summary>
public static class PageTalks
{
    public static HtmlFragment Of(PageState page) => HtmlFragment.Of($"""
        <section class="region chat" id="chat" aria-labelledby="chat-title" tabindex="-1" data-place="{page.Shown.Name}">
          {Links(page)}
          <h2 id="chat-title">{Title(page)}</h2>
          {PageMessages.List(page, page.Shown.Name, page.Messages, $"Messages with {Others(page, page.Shown)}")}
          {Welcome(page)}
          {(page.Shown.IsMeeting ? SayBox(page) : TypeBox(page))}
        </section>
        """);

    /// <summary>Shown when there is more than the chat with the bot.</summary>
    private static HtmlFragment Links(PageState page) => HtmlFragment.When(page.Talks.Length > 1, $"""
        <nav class="talks" id="talks" aria-label="Your conversations">
          <ul>
            {page.Talks.Select(talk => Link(page, talk))}
          </ul>
        </nav>
        """);

    private static HtmlFragment Link(PageState page, Talk talk)
    {
        var current = HtmlFragment.When(talk.Room == page.Shown, $" aria-current=\"page\"");
        var news = HtmlFragment.When(talk.HasNews, $""" <span class="news">New</span>""");
        return HtmlFragment.Of($"""
            <li><a href="{PlaygroundPaths.TalkOf(page.Who.Id, talk.Room)}"{current}>{Others(page, talk.Room)}{news}</a></li>
            """);
    }

    private static string Title(PageState page) =>
        page.Shown.IsMeeting ? $"Conversation with {NamesOf(page, page.Shown)}" : "Chat with IntroBot";

    private static HtmlFragment TypeBox(PageState page) => HtmlFragment.Of($"""
        <form method="post" action="{PlaygroundPaths.Type}" class="composer" id="type">
          <input type="hidden" name="as" value="{page.Who.Id}">
          <input type="hidden" name="key" value="{page.Key}-type">
          <label for="type-text">Message IntroBot</label>
          <textarea id="type-text" name="text" rows="1" dir="auto" aria-describedby="type-hint"></textarea>
          <button class="primary">Send</button>
          <p class="help" id="type-hint">
            Try <code>/intro</code>, <code>/intro help</code> or your own words; <code>@Grace</code> names a person.
          </p>
        </form>
        """);

    private static HtmlFragment SayBox(PageState page) => HtmlFragment.Of($"""
        <form method="post" action="{PlaygroundPaths.Say}" class="composer" id="say">
          <input type="hidden" name="as" value="{page.Who.Id}">
          <input type="hidden" name="key" value="{page.Key}-say">
          <input type="hidden" name="place" value="{page.Shown.Name}">
          <label for="say-text">Message {NamesOf(page, page.Shown)}</label>
          <textarea id="say-text" name="text" rows="1" dir="auto" aria-describedby="say-hint"></textarea>
          <button class="primary">Send</button>
          <p class="help" id="say-hint">Only the people in this conversation read it.</p>
        </form>
        """);

    private static HtmlFragment Welcome(PageState page) => HtmlFragment.When(!page.Shown.IsMeeting && page.Messages.IsEmpty, $"""
        <div class="welcome">
          <h3>You are {page.Who.FirstName}.</h3>
          <p>
            Type <code>/intro</code>, or press the button, to ask for an introduction. Then become the person who is asked:
            choose whoever is marked <span class="news">New</span> in the list of people, and answer as them.
          </p>
          <p class="aside">Move the clock forward to see reminders, expiry and follow-ups happen.</p>
          <form method="post" action="{PlaygroundPaths.Type}">
            <input type="hidden" name="as" value="{page.Who.Id}">
            <input type="hidden" name="key" value="{page.Key}-start">
            <input type="hidden" name="text" value="/intro">
            <button class="primary">Ask for an introduction</button>
          </form>
        </div>
        """);

    private static string Others(PageState page, ChatRoom talk) => talk.IsMeeting ? NamesOf(page, talk) : "IntroBot";

    private static string NamesOf(PageState page, ChatRoom meeting)
    {
        string[] others = [.. meeting.People.Where(id => id != page.Who.Id).Select(id => PlaygroundCast.Find(id)?.Name ?? id)];
        return others.Length switch
        {
            0 => "yourself",
            1 => others[0],
            _ => $"{string.Join(", ", others[..^1])} and {others[^1]}",
        };
    }
}
