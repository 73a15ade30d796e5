
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
            {PageTalks.Of(page)}
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
          {Html.When(page.Channel.IsEmpty, $"""
            <p class="aside">
              Quiet here. Givers are asked by message, until {PlaygroundCast.Steward.FirstName} types <code>/intro settings</code>.
            </p>
            """)}
        </section>
        """);
}
