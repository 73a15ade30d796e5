using System.Collections.Immutable;

namespace IntroBot.Playground;

/// <summary>The regions of the page, each a landmark with a heading and an id under which the script finds it again.</summary>
public static class PageRegions
{
    private const string HomePlace = "home";

    public static Html Of(PageState page) => Html.Of($"""
        <header class="top">
          <h1>IntroBot <span>playground</span></h1>
          {PageClock.Of(page)}
        </header>
        <div class="columns">
          {PagePeople.Of(page)}
          <main>
            {Form(page)}
            {Chat(page)}
            {Meetings(page)}
          </main>
          <aside class="side" aria-label="Home and channel">
            {Home(page)}
            {Channel(page)}
          </aside>
        </div>
        """);

    private static Html Form(PageState page) => Html.Of($"""
        <div id="form">
          {(page.Form is { } open ? HtmlForms.Of(open, new FormSeat(page.Who.Id, page.Key + "-form")) : Html.Empty)}
        </div>
        """);

    private static Html Chat(PageState page) => Html.Of($"""
        <section class="region chat" id="chat" aria-labelledby="chat-title" tabindex="-1">
          <h2 id="chat-title">Chat with IntroBot</h2>
          {PageMessages.List(page, Place.Chat(page.Who.In(default).Ref).Name, page.Chat, "Messages with IntroBot")}
          {Welcome(page)}
          <form method="post" action="{PlaygroundPaths.Type}" class="composer">
            <input type="hidden" name="as" value="{page.Who.Id}">
            <input type="hidden" name="key" value="{page.Key}-type">
            <label for="type-text">Message IntroBot</label>
            <textarea id="type-text" name="text" rows="1" dir="auto" aria-describedby="type-hint"></textarea>
            <button class="primary">Send</button>
            <p class="help" id="type-hint">Try <code>/intro</code>, <code>/intro give</code> or <code>/intro help</code>, or say it in your own words. <code>@Grace</code> names a person.</p>
          </form>
        </section>
        """);

    private static Html Welcome(PageState page) => Html.When(page.Chat.Length == 0, $"""
        <div class="welcome">
          <h3>You are {page.Who.FirstName}.</h3>
          <p>Type <code>/intro</code>, or press the button, to ask for an introduction. Then become the person who is asked: choose whoever is marked <span class="news">New</span> in the list of people, and answer as them.</p>
          <p class="aside">Move the clock forward to see reminders, expiry and follow-ups happen.</p>
          <form method="post" action="{PlaygroundPaths.Type}">
            <input type="hidden" name="as" value="{page.Who.Id}">
            <input type="hidden" name="key" value="{page.Key}-start">
            <input type="hidden" name="text" value="/intro">
            <button class="primary">Ask for an introduction</button>
          </form>
        </div>
        """);

    private static Html Meetings(PageState page) => Html.Of($"""
        <div id="meetings">
          {page.Meetings.Select(meeting => Meeting(page, meeting))}
        </div>
        """);

    private static Html Meeting(PageState page, MeetingView meeting)
    {
        var id = "meet-" + meeting.Place.Name.Replace('.', '-');
        var title = TitleOf(page, meeting.Place.People);
        return Html.Of($"""
            <section class="region meeting" id="{id}" aria-labelledby="{id}-title">
              <h2 id="{id}-title">Conversation with {title}</h2>
              {PageMessages.List(page, meeting.Place.Name, meeting.Messages, "Messages with " + title)}
              <form method="post" action="{PlaygroundPaths.Say}" class="composer">
                <input type="hidden" name="as" value="{page.Who.Id}">
                <input type="hidden" name="key" value="{page.Key}-say">
                <input type="hidden" name="place" value="{meeting.Place.Name}">
                <label for="{id}-text">Message {title}</label>
                <textarea id="{id}-text" name="text" rows="1" dir="auto"></textarea>
                <button class="primary">Send</button>
              </form>
            </section>
            """);
    }

    private static string TitleOf(PageState page, ImmutableArray<string> people)
    {
        string[] others = [.. people.Where(id => id != page.Who.Id).Select(id => PlaygroundCast.Find(id)?.Name ?? id)];
        return others.Length switch
        {
            0 => "yourself",
            1 => others[0],
            _ => $"{string.Join(", ", others[..^1])} and {others[^1]}",
        };
    }

    private static Html Home(PageState page) => Html.Of($"""
        <section class="region home" id="home" aria-labelledby="home-title">
          <h2 id="home-title">Home</h2>
          {page.Home.Select((card, at) => HtmlCards.Of(card, new CardSeat(page.Who.Id, HomePlace, $"{page.Key}-{at}", 0)))}
          {Html.When(page.Home.IsEmpty, $"""<p class="aside">Your asks, offers and profile will stand here.</p>""")}
        </section>
        """);

    private static Html Channel(PageState page) => Html.Of($"""
        <section class="region channel" id="channel" aria-labelledby="channel-title">
          <h2 id="channel-title">Givers’ channel</h2>
          <p class="aside">In Slack and Teams, only people who opted in are here.</p>
          {PageMessages.List(page, Place.Channel(default).Name, page.Channel, "Messages in the givers’ channel")}
          {Html.When(page.Channel.IsEmpty, $"""<p class="aside">Nothing yet. Open calls appear here.</p>""")}
        </section>
        """);
}
