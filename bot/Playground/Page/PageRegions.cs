using IntroBot.Playground.Community;
using IntroBot.Playground.Html;


namespace IntroBot.Playground.Page;

/// <summary>The regions of the page, each a landmark with a heading and an id by which the script finds it.</summary>
public static class PageRegions
{
    private const string HomeRoom = "home";

    public static HtmlFragment Of(PageState page) => HtmlFragment.Of($"""
        <header class="top">
          <h1>IntroBot <span>playground</span></h1>
          {PageClock.Of(page)}
        </header>
        <div class="columns">
          {PagePeople.Of(page)}
          <main>
            {Form(page)}
            {PageTalks.Of(page)}
          </main>
          <aside class="side" aria-label="Home and channel">
            {Home(page)}
            {Channel(page)}
          </aside>
        </div>
        """);

    private static HtmlFragment Form(PageState page) => HtmlFragment.Of($"""
        <div id="form">
          {(page.Form is { } open ? HtmlForms.Of(open, new FormLocation(page.Who.Id, page.Key + "-form")) : HtmlFragment.Empty)}
        </div>
        """);

    private static HtmlFragment Home(PageState page) => HtmlFragment.Of($"""
        <section class="region home" id="home" aria-labelledby="home-title">
          <h2 id="home-title">Home</h2>
          {page.Home.Select((card, at) => HtmlCards.Of(card, new CardLocation(page.Who.Id, HomeRoom, $"{page.Key}-{at}", 0)))}
          {HtmlFragment.When(page.Home.IsEmpty, $"""<p class="aside">Your asks, offers and profile will stand here.</p>""")}
        </section>
        """);

    private static HtmlFragment Channel(PageState page) => HtmlFragment.Of($"""
        <section class="region channel" id="channel" aria-labelledby="channel-title">
          <h2 id="channel-title">Givers’ channel</h2>
          <p class="aside">In Slack and Teams, only people who opted in are here.</p>
          {PageMessages.List(page, ChatRoom.Channel(default).Name, page.Channel, "Messages in the givers’ channel")}
          {HtmlFragment.When(page.Channel.IsEmpty, $"""
            <p class="aside">
              Quiet here. Givers are asked by message, until {PlaygroundCast.Steward.FirstName} types <code>/intro settings</code>.
            </p>
            """)}
        </section>
        """);
}
